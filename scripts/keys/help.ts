/** What `npm run keys -- --help` prints. */
export const helpText = `npm run keys -- COMMAND [options]

  init                 makes the vault usable: KEK, pepper, signing key, catalogue, policy, budget
  init --new-kek       makes one more KEK, to rotate to (see rewrap)
  init --hosted FILE   writes the secrets for a hosted project into FILE and prints what to run
  add PROVIDER         keeps a key, typed without echo or from standard input
  list                 keys without what they are      (--provider, --state, --tenant)
  alerts               keys that expire or are due for rotation
  rotate PROVIDER      keeps a new key and makes it the active one; the old one retires
  rotate --id KEY_ID   makes that staged version the active one
  revoke KEY_ID --reason TEXT   no grant opens it any more
  shred KEY_ID --reason TEXT    destroys what could open a revoked version, for good
  rewrap [--to KEK]    wraps every key anew under another KEK; may be stopped and run again
  kek                  the KEKs and how many keys each wraps
  audit verify         recomputes the audit chains and holds them against the checkpoints kept here
  checkpoint           signs the ends of the chains and appends them to the checkpoint file
  break-glass request KEY_ID --reason TEXT [--minutes 30]
  break-glass approve ID        another person, with another secret key
  break-glass open ID           prints the key

Options of add and rotate: --field api_key, --alias default, --service '*', --resource '*',
--region '*', --tenant UUID, --shared (other tenants' decisions may use it), --next (keep it, do
not use it yet), --expires TIME, --rotate-after TIME, --overlap SECONDS

  --as NAME            the secret key of that name of the local stack (default: default)
  --data DIR           data folder of the local stack (default .cogo)
  --file FILE          checkpoint file (default DATA/audit-checkpoints.jsonl)
  --public-key HEX     which key must have signed the checkpoints
  --yes                do not ask before what cannot be undone
  --json               one JSON object on stdout
  --help               this text

A hosted project is found by SUPABASE_URL and SUPABASE_SECRET_KEY. A key is never an argument: it
would stand in the list of processes.

Exit codes: 0 done, 1 refused, the audit does not hold, or alerts found some; 2 wrong usage, 7 nobody
answers.`;
