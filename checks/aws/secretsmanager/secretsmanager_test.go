package secretsmanager

import (
	"testing"
	"time"

	"demarc/checks/checktest"
	"demarc/providers/aws/policy"
	"demarc/providers/aws/secretsmanager"
	"demarc/providers/aws/trust"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

const arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf"

type when = inventory.Known[time.Time]

var never, hiddenDate = inventory.Of(time.Time{}), inventory.Missing[time.Time](checktest.Dark)

// ago is so many days before the fixtures' clock; a negative number is after it.
func ago(days int) when { return inventory.Of(inventory.FixtureNow.AddDate(0, 0, -days)) }

// have is an inventory of one secret, 400 days old, that nobody ever set
// anything up for.
func have(change func(*secretsmanager.Secret), more ...inventory.Part) *inventory.Inventory {
	s := &secretsmanager.Secret{
		Resource:        inventory.Resource{ID: "db", Full: arn},
		RotationEnabled: inventory.Of(false), RotationDays: inventory.Of(int64(0)),
		Created: ago(400), LastChanged: ago(400), LastRotated: never, NextRotation: never, LastAccessed: ago(1), Deleted: never,
		OwningService: inventory.Of(""), PrimaryRegion: inventory.Of(""), Policy: inventory.Of(trust.Policy{}),
	}
	if change != nil {
		change(s)
	}
	return inventory.Fixture(append(more, inventory.Rows(secretsmanager.Secrets, s))...)
}

func deleted(s *secretsmanager.Secret) { s.Deleted = ago(3) }
func managed(s *secretsmanager.Secret) { s.OwningService = inventory.Of("rds") }
func replica(s *secretsmanager.Secret) { s.PrimaryRegion = inventory.Of("eu-west-1") }

func attached(t *testing.T, principal, condition string) func(*secretsmanager.Secret) {
	t.Helper()
	if condition == "" {
		condition = "{}"
	}
	doc, err := policy.Parse(`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":` + principal +
		`,"Action":"secretsmanager:GetSecretValue","Resource":"*","Condition":` + condition + `}]}`)
	if err != nil {
		t.Fatal(err)
	}
	return func(s *secretsmanager.Secret) {
		s.Policy = inventory.Of(trust.Policy{Document: &doc, Trusted: []string{"111122223333", "222233334444"}})
	}
}

func hidden(s *secretsmanager.Secret) { s.Policy = inventory.Missing[trust.Policy](checktest.Dark) }
