import assert from "@std/assert";
import { isPublicAddress, safeAddressOf } from "./safe_address.ts";

Deno.test("addresses: private, local, metadata and reserved ones are not public", () => {
  const closed =
    "0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 169.254.169.254 172.16.0.1 172.31.255.255 192.168.1.1 192.0.2.1 198.18.0.1 224.0.0.1 255.255.255.255 :: ::1 ::ffff:10.0.0.1 ::ffff:8.8.8.8 fe80::1 fc00::1 fd00:ec2::254 ff02::1 2001:db8::1 2001::1 2002:a00:1:: 64:ff9b::a00:1 nonsense"
      .split(" ");
  for (const address of closed) assert.equal(isPublicAddress(address), false, address);
  for (const address of ["8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111"]) {
    assert.equal(isPublicAddress(address), true, address);
  }
});

Deno.test("addresses: a URL is refused unless every address of its name is public", async () => {
  const check = (url: string, addresses: string[], local = false) =>
    safeAddressOf(new URL(url), local, () => Promise.resolve(addresses)).catch((thrown) =>
      `${thrown.name}: ${thrown.message}`
    );
  assert.equal(await check("https://x.example/", ["8.8.8.8"]), "8.8.8.8");
  const refused: [string, string[], boolean?][] = [
    ["https://x.example/", ["8.8.8.8", "10.0.0.1"]],
    ["https://x.example/", []],
    ["https://x.example/", ["127.0.0.1"]],
    ["https://x.example/", ["127.0.0.1", "10.0.0.1"], true],
    ["http://x.example/", ["8.8.8.8"]],
    ["http://x.example/", ["8.8.8.8"], true],
    ["http://127.0.0.1/", []],
    ["https://169.254.169.254/latest/meta-data/", []],
    ["https://[::ffff:7f00:1]/", []],
    ["https://[fd00:ec2::254]/", []],
    ["https://0x7f000001/", []],
    ["https://2130706433/", []],
    ["https://me:pw@x.example/", ["8.8.8.8"]],
    ["ftp://x.example/", ["8.8.8.8"]],
  ];
  for (const [url, addresses, local] of refused) {
    assert.match(await check(url, addresses, local), /^UnsafeAddress: /, url);
  }
  // The owner of a webhook reads why it failed, and learns no address of this network by it.
  assert.ok(!(await check("https://x.example/", ["10.9.8.7"])).includes("10.9.8.7"));
  assert.equal(await check("http://127.0.0.1:9/", [], true), "127.0.0.1");
  assert.equal(await check("http://localhost:9/", ["::1"], true), "::1");
});
