package organizations

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/ec2"
	"demarc/providers/aws/elbv2"
	"demarc/providers/aws/lambda"
	"demarc/providers/aws/organizations"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestManagementWorkloads(t *testing.T) {
	managed := inventory.Of(organizations.Organization{ID: "o-1", Management: inventory.Of(inventory.FixtureAccount)})
	hidden := inventory.Of(organizations.Organization{ID: "o-1", Management: inventory.Missing[string](checktest.Dark)})
	nothing := []inventory.Part{inventory.Rows(ec2.Instances), inventory.Rows(elbv2.LoadBalancers), inventory.Rows(lambda.Functions), inventory.Rows(rds.DBInstances)}
	have := func(o inventory.Known[organizations.Organization], more ...inventory.Part) *inventory.Inventory {
		return inventory.Fixture(append(append([]inventory.Part{account(o)}, nothing...), more...)...)
	}
	instance := inventory.Rows(ec2.Instances, &ec2.Instance{Resource: inventory.Resource{ID: "i-1"}})
	theirs := inventory.Rows(rds.DBInstances, &rds.DBInstance{Resource: inventory.Resource{ID: "db", Account: "9"}})
	checktest.Run(t, ManagementWorkloads, []checktest.Case{
		{Name: "empty", Have: have(managed), Want: want(checks.Pass)},
		{Name: "an instance", Have: have(managed, instance), Want: want(checks.Fail)},
		{Name: "another account's", Have: have(managed, theirs), Want: want(checks.Pass)},
		{Name: "an instance, though functions are hidden", Have: have(managed, instance, inventory.Unlisted(lambda.Functions, "", checktest.Dark)), Want: want(checks.Fail)},
		{Name: "a region left out", Have: have(managed, inventory.WithoutRegions("eu-west-1")), Want: want(checks.Unknown)},
		{Name: "member", Have: have(larkspur), Want: want(checks.NotApplicable)},
		{Name: "alone", Have: have(alone, instance), Want: want(checks.NotApplicable)},
		{Name: "manager hidden", Have: have(hidden), Want: want(checks.Unknown)},
		{Name: "denied", Have: have(unread), Want: want(checks.Unknown)},
	})
}
