package compute

import (
	"strings"
	"testing"

	"demarc/providers/gcp/gcptest"
)

func TestDisks(t *testing.T) {
	got := rows(t, Disks,
		asset("Disk", "zones/z/disks/plain", `{"status":"READY"}`),
		asset("Disk", "zones/z/disks/kms", `{"status":"READY","diskEncryptionKey":{"kmsKeyName":"projects/p/locations/l/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1"}}`),
		asset("RegionDisk", "regions/r/disks/own", `{"status":"READY","diskEncryptionKey":{"sha256":"x"}}`),
		asset("Disk", "zones/z/disks/empty", `{"diskEncryptionKey":{}}`))
	for id, want := range map[string]string{"plain": ByGoogle, "kms": ByKMS, "own": BySupply} {
		if k, _ := got[id].Key.Peek(); k != want {
			t.Errorf("%s has a key %q", id, k)
		}
	}
	if _, known := got["empty"].Key.Peek(); known {
		t.Error("an empty key counts as known")
	}
	if _, known := got["empty"].Status.Peek(); known {
		t.Error("a status that the answer lacks counts as known")
	}
}

func TestImagesSnapshotsAddresses(t *testing.T) {
	if s, _ := rows(t, Images, asset("Image", "global/images/i", `{"status":"READY"}`))["i"].Status.Peek(); s != "READY" {
		t.Error(s)
	}
	snapshots := rows(t, Snapshots, asset("Snapshot", "global/snapshots/s", `{"status":"READY","creationTimestamp":"2026-01-02T03:04:05.000-07:00","snapshotType":"ARCHIVE"}`),
		asset("Snapshot", "global/snapshots/bare", `{}`))
	if c, _ := snapshots["s"].Created.Peek(); c.UTC().Format("2006-01-02T15") != "2026-01-02T10" {
		t.Error(c)
	}
	if a, _ := snapshots["s"].Archive.Peek(); !a {
		t.Error("no archive snapshot")
	}
	if _, known := snapshots["bare"].Created.Peek(); known {
		t.Error("an age that the answer lacks counts as known")
	}
	addresses := rows(t, Addresses, asset("Address", "regions/r/addresses/in", `{"addressType":"INTERNAL","status":"RESERVED"}`), asset("GlobalAddress", "global/addresses/out", `{"status":"IN_USE"}`))
	if e, _ := addresses["in"].External.Peek(); e {
		t.Error("an internal address is external")
	}
	if e, _ := addresses["out"].External.Peek(); !e {
		t.Error("an address without a type is internal")
	}
}

func TestProjectsGroups(t *testing.T) {
	p := rows(t, Projects, strings.Replace(asset("Project", "", `{"commonInstanceMetadata":{"items":[{"key":"enable-oslogin","value":"TRUE"},{"key":"ssh-keys","value":"ada:ssh-rsa x"}]}}`), "test-project/", "test-project", 1))[gcptest.Number]
	if p.Full != "//compute.googleapis.com/projects/"+gcptest.Number {
		t.Error(p.Full)
	}
	if s, _ := p.Metadata.OSLogin.Peek(); s != On {
		t.Errorf("OS Login %q", s)
	}
	if s, known := p.Metadata.SerialPort.Peek(); s != Unset || !known {
		t.Errorf("serial port %q", s)
	}
	groups := rows(t, InstanceGroupManagers,
		asset("InstanceGroupManager", "zones/z/instanceGroupManagers/zonal", `{"instanceGroup":"https://www.googleapis.com/compute/v1/projects/test-project/zones/z/instanceGroups/zonal","baseInstanceName":"web","autoHealingPolicies":[{"healthCheck":"h","initialDelaySec":300}],"targetPools":["p"]}`),
		asset("InstanceGroupManager", "regions/r/instanceGroupManagers/gke-c-pool-grp", `{"baseInstanceName":"gke-c-pool","autoHealingPolicies":[{}],"distributionPolicy":{"targetShape":"EVEN","zones":[{"zone":"a"},{"zone":"b"}]}}`))
	z, n := groups["zonal"], groups["gke-c-pool-grp"]
	if g, _ := z.Group.Peek(); g != "//compute.googleapis.com/projects/"+gcptest.Number+"/zones/z/instanceGroups/zonal" {
		t.Error(g)
	}
	zones, _ := z.Zones.Peek()
	more, _ := n.Zones.Peek()
	if zones != 1 || more != 2 {
		t.Errorf("%d and %d zones", zones, more)
	}
	heals, _ := z.Autohealing.Peek()
	none, _ := n.Autohealing.Peek()
	if !heals || none {
		t.Errorf("autohealing %v, %v", heals, none)
	}
	if pool, _ := n.NodePool.Peek(); !pool {
		t.Error("a node pool is not told")
	}
	if pool, known := z.NodePool.Peek(); pool || !known {
		t.Error("a group of the customer's is a node pool")
	}
	if _, known := n.Group.Peek(); known {
		t.Error("a group that the answer lacks counts as known")
	}
}
