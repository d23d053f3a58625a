package kms

import (
	"testing"
	"time"

	"demarc/checks/checktest"
	"demarc/providers/aws/kms"
	"demarc/providers/aws/policy"
	"demarc/providers/aws/trust"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

// The kinds of key that the tests are about.
var (
	own      = kms.Metadata{Manager: "CUSTOMER", State: "Enabled", Spec: inventory.Of("SYMMETRIC_DEFAULT"), Usage: inventory.Of("ENCRYPT_DECRYPT"), Origin: inventory.Of("AWS_KMS"), MultiRegion: inventory.Of(false)}
	managed  = as(func(m *kms.Metadata) { m.Manager = "AWS" })
	deleting = as(func(m *kms.Metadata) {
		m.State, m.Deletion = "PendingDeletion", time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)
	})
	disabled = as(func(m *kms.Metadata) { m.State = "Disabled" })
)

func as(change func(*kms.Metadata)) kms.Metadata {
	m := own
	change(&m)
	return m
}

func key(m kms.Metadata) *kms.Key {
	return &kms.Key{Resource: inventory.Resource{ID: "k"}, Metadata: inventory.Of(m)}
}

// attached is a key policy of one statement, with own as the trusted account.
func attached(t *testing.T, principal, condition string) inventory.Known[trust.Policy] {
	t.Helper()
	if condition == "" {
		condition = "{}"
	}
	doc, err := policy.Parse(`{"Version":"2012-10-17","Statement":[
		{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"},
		{"Effect":"Allow","Principal":` + principal + `,"Action":["kms:Decrypt","kms:DescribeKey"],"Resource":"*","Condition":` + condition + `}]}`)
	if err != nil {
		t.Fatal(err)
	}
	return inventory.Of(trust.Policy{Document: &doc, Trusted: []string{"111122223333", "222233334444"}})
}

var hiddenPolicy = inventory.Missing[trust.Policy](checktest.Dark)
