package ssm

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/ec2"
	"demarc/providers/aws/ssm"
	"demarc/providers/inventory"
)

func TestInstanceManaged(t *testing.T) {
	with := func(state, operator string, agents ...*ssm.ManagedInstance) *inventory.Inventory {
		return inventory.Fixture(
			inventory.Rows(ec2.Instances, &ec2.Instance{Resource: inventory.Resource{ID: "i-1"}, State: inventory.Of(state), Operator: inventory.Of(operator)}),
			inventory.Rows(ssm.ManagedInstances, agents...))
	}
	agent := func(id, region string, ping inventory.Known[string]) *ssm.ManagedInstance {
		return &ssm.ManagedInstance{Resource: inventory.Resource{ID: id, Region: region}, Ping: ping}
	}
	online := inventory.Of("Online")
	checktest.Run(t, InstanceManaged, []checktest.Case{
		{Name: "managed", Have: with("running", "", agent("i-1", "", online)), Want: pass},
		{Name: "not managed", Have: with("running", "", agent("i-2", "", online)), Want: fail},
		{Name: "the same id elsewhere", Have: with("running", "", agent("i-1", "eu-west-1", online)), Want: fail},
		{Name: "agent lost", Have: with("running", "", agent("i-1", "", inventory.Of("ConnectionLost"))), Want: fail},
		{Name: "stopped", Have: with("stopped", ""), Want: skipped},
		{Name: "of a service", Have: with("running", "eks.amazonaws.com"), Want: skipped},
		{Name: "ping hidden", Have: with("running", "", agent("i-1", "", inventory.Missing[string](checktest.Dark))), Want: unknown},
		{Name: "agents not listed", Want: unknown, Have: inventory.Fixture(
			inventory.Rows(ec2.Instances, &ec2.Instance{Resource: inventory.Resource{ID: "i-1"}, State: inventory.Of("running"), Operator: inventory.Of("")}),
			inventory.Unlisted(ssm.ManagedInstances, "us-east-1", checktest.Dark))},
	})
}
