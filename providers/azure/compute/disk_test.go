package compute

import "testing"

func TestDisks(t *testing.T) {
	const properties = `{"diskState":"Unattached","encryption":{"type":"EncryptionAtRestWithPlatformKey"},"networkAccessPolicy":"AllowAll","publicNetworkAccess":"Enabled"}`
	got := read(t, Disks, row("Microsoft.Compute/disks", "d", properties)+`,`+row("Microsoft.Compute/disks", "bare", `{}`))
	is(t, "the state", got["d"].State, "Unattached")
	is(t, "the key", got["d"].Encryption, "EncryptionAtRestWithPlatformKey")
	is(t, "the policy", got["d"].NetworkAccessPolicy, "AllowAll")
	is(t, "the state", got["bare"].State, "?")
	is(t, "the policy", got["bare"].NetworkAccessPolicy, "?")
	is(t, "a snapshot", read(t, Snapshots, row("Microsoft.Compute/snapshots", "s", properties))["s"].PublicNetworkAccess, "Enabled")
}
