create sequence cogo.lease_renewals;

comment on sequence cogo.lease_renewals is
  'Counts renewed leases: drawn once for each by cogo.renew_claims, since a sequence is locked by nobody. What was rolled back counts as well.';
