package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/compute"
	"demarc/providers/gcp/orgpolicy"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

func hidden[T any]() inventory.Known[T] { return inventory.Missing[T](checktest.Dark) }

func is(name string, want checks.Verdict, parts ...inventory.Part) checktest.Case {
	return checktest.Case{Name: name, Have: inventory.Fixture(parts...), Want: []checks.Verdict{want}}
}

func ranked(s checks.Severity, c checktest.Case) checktest.Case {
	c.Severity = s
	return c
}

func labelled(id string, labels ...string) inventory.Resource {
	tags := map[string]string{}
	for _, l := range labels {
		tags[l] = ""
	}
	return inventory.Resource{ID: id, Tags: inventory.Of(tags)}
}

// machine is an instance that no check complains of, changed by edit.
func machine(edit ...func(*compute.Instance)) inventory.Part {
	off := inventory.Of(compute.Unset)
	i := &compute.Instance{
		Resource: labelled("web"), Status: inventory.Of("RUNNING"),
		ServiceAccounts: inventory.Of([]compute.ServiceAccount{{Email: "web@shop.iam.gserviceaccount.com"}}),
		IPForwarding:    inventory.Of(false), DeletionProtection: inventory.Of(true),
		Interfaces:        inventory.Of([]compute.Interface{{Name: "nic0", Network: "n"}}),
		Disks:             inventory.Of([]compute.AttachedDisk{{Name: "web", Boot: true, Persistent: true, AutoDelete: inventory.Of(false)}}),
		AutomaticRestart:  inventory.Of(true),
		OnHostMaintenance: inventory.Of("MIGRATE"), Provisioning: inventory.Of("STANDARD"), Accelerators: inventory.Of(0),
		SecureBoot: inventory.Of(true), VTPM: inventory.Of(true), IntegrityMonitoring: inventory.Of(true),
		Confidential: inventory.Of("SEV"), Group: inventory.Of(""),
		Metadata:  compute.Metadata{OSLogin: off, OSLogin2FA: off, SerialPort: off, BlockProjectKeys: off},
		Effective: compute.Metadata{OSLogin: off, OSLogin2FA: off, SerialPort: off, BlockProjectKeys: off},
	}
	for _, e := range edit {
		e(i)
	}
	return inventory.Rows(compute.Instances, i)
}

// node makes an instance a node of GKE.
func node(i *compute.Instance) { i.Resource = labelled("gke-shop-pool-1", "goog-gke-node") }

func unlisted() inventory.Part { return inventory.Unlisted(compute.Instances, "", checktest.Dark) }

func settings(m compute.Metadata) inventory.Part {
	return inventory.Rows(compute.Projects, &compute.Project{Resource: labelled("111122223333"), Metadata: m})
}

// enforced is a project with, or without, the constraint of an organization policy.
func enforced(constraint string, on bool) inventory.Part {
	return inventory.Rows(orgpolicy.Projects, &orgpolicy.Project{Policies: []orgpolicy.Policy{{Constraint: constraint, Enforced: inventory.Of(on)}}})
}

func group(edit ...func(*compute.InstanceGroupManager)) inventory.Part {
	g := &compute.InstanceGroupManager{
		Resource: labelled("webs"), Zones: inventory.Of(3), Shape: inventory.Of("EVEN"), Autohealing: inventory.Of(true),
		Group: inventory.Of("g"), TargetPools: inventory.Of(0), NodePool: inventory.Of(false),
	}
	for _, e := range edit {
		e(g)
	}
	return inventory.Rows(compute.InstanceGroupManagers, g)
}
