package bigquery

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/bigquery"
	"demarc/providers/gcp/iam"
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

func dataset(change func(*bigquery.Dataset)) inventory.Part {
	d := &bigquery.Dataset{Resource: inventory.Resource{ID: "d", Full: "d"}, Type: inventory.Of("DEFAULT"), Access: inventory.Of([]bigquery.Access(nil)), KMSKey: inventory.Of("")}
	change(d)
	return inventory.Rows(bigquery.Datasets, d)
}

func table(kind string, key inventory.Known[string]) inventory.Part {
	return inventory.Rows(bigquery.Tables, &bigquery.Table{Resource: inventory.Resource{ID: "t", Full: "t"}, Type: inventory.Of(kind), KMSKey: key})
}

func granted(full string, bindings inventory.Known[[]iam.Binding]) inventory.Part {
	return inventory.Rows(iam.Policies, &iam.Policy{Resource: inventory.Resource{ID: full, Full: full}, Bindings: bindings})
}

func to(members ...string) inventory.Known[[]iam.Binding] {
	return inventory.Of([]iam.Binding{{Role: "roles/bigquery.dataViewer", Members: members}})
}
