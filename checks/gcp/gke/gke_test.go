package gke

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/gke"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

var (
	pass    = []checks.Verdict{checks.Pass}
	fail    = []checks.Verdict{checks.Fail}
	unknown = []checks.Verdict{checks.Unknown}
	skip    = []checks.Verdict{checks.NotApplicable}
)

func dark[T any]() inventory.Known[T] { return inventory.Missing[T](checktest.Dark) }

func newPool(change func(*gke.Pool)) gke.Pool {
	p := gke.Pool{Name: "a", PrivateNodes: inventory.Of(true), ServiceAccount: inventory.Of("nodes@p.iam.gserviceaccount.com"), Metadata: inventory.Of("GKE_METADATA"), AutoUpgrade: inventory.Of(true)}
	change(&p)
	return p
}

// have is a cluster that is as it should be, changed.
func have(change func(*gke.Cluster)) *inventory.Inventory {
	c := &gke.Cluster{
		Resource: inventory.Resource{ID: "a"}, Status: inventory.Of("RUNNING"), Autopilot: inventory.Of(false), Pools: inventory.Of([]gke.Pool{newPool(func(*gke.Pool) {})}),
		Identities: inventory.Of("p.svc.id.goog"), PublicEndpoint: inventory.Of(false), Authorized: inventory.Of(true), Networks: inventory.Of([]string(nil)),
		Shielded: inventory.Of(true), LegacyABAC: inventory.Of(false), ClientCertificate: inventory.Of(false), NetworkPolicy: inventory.Of(true), Datapath: inventory.Of("LEGACY_DATAPATH"),
		Channel: inventory.Of("REGULAR"), BinaryAuthz: inventory.Of("PROJECT_SINGLETON_POLICY_ENFORCE"), DatabaseEncryption: inventory.Of("ENCRYPTED"),
	}
	change(c)
	return inventory.Fixture(inventory.Rows(gke.Clusters, c))
}

// states are the cases of clusters that are not judged; spoil makes one fail.
func states(spoil func(*gke.Cluster)) []checktest.Case {
	in := func(status inventory.Known[string]) *inventory.Inventory {
		return have(func(c *gke.Cluster) {
			spoil(c)
			c.Status = status
		})
	}
	return []checktest.Case{
		{Name: "being deleted", Have: in(inventory.Of("STOPPING")), Want: skip},
		{Name: "being created", Have: in(inventory.Of("PROVISIONING")), Want: skip},
		{Name: "at work on itself", Have: in(inventory.Of("RECONCILING")), Want: fail},
		{Name: "the status is hidden", Have: in(dark[string]()), Want: unknown},
		{Name: "not listed", Have: inventory.Fixture(inventory.Unlisted(gke.Clusters, "", checktest.Dark)), Want: unknown},
	}
}

// poolCases try a check that looks at each node pool.
func poolCases(spoil, hide func(*gke.Pool)) []checktest.Case {
	with := func(changes ...func(*gke.Pool)) func(*gke.Cluster) {
		return func(c *gke.Cluster) {
			var all []gke.Pool
			for _, change := range changes {
				all = append(all, newPool(change))
			}
			c.Pools = inventory.Of(all)
		}
	}
	asIs := func(*gke.Pool) {}
	return append(states(with(spoil)),
		checktest.Case{Name: "good pools", Have: have(with(asIs, asIs)), Want: pass},
		checktest.Case{Name: "no pools", Have: have(with()), Want: pass},
		checktest.Case{Name: "one of two", Have: have(with(asIs, spoil)), Want: fail},
		checktest.Case{Name: "one hidden", Have: have(with(asIs, hide)), Want: unknown},
		checktest.Case{Name: "one hidden, one bad", Have: have(with(hide, spoil)), Want: fail},
		checktest.Case{Name: "pools hidden", Have: have(func(c *gke.Cluster) { c.Pools = dark[[]gke.Pool]() }), Want: unknown})
}
