package cloudwatch

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/iam"
	"demarc/providers/aws/policy"
	"demarc/providers/inventory"
)

func TestCrossAccountSharing(t *testing.T) {
	role := func(name, principal string, foreign ...string) *inventory.Inventory {
		doc, err := policy.Parse(`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"` + principal + `"},"Action":"sts:AssumeRole"}]}`)
		if err != nil {
			t.Fatal(err)
		}
		return inventory.Fixture(inventory.Rows(iam.Roles, &iam.Role{
			Resource: inventory.Resource{ID: name, Full: "arn:aws:iam::111122223333:role/" + name}, Trust: inventory.Of(doc), Foreign: inventory.Of(foreign),
		}))
	}
	checktest.Run(t, CrossAccountSharing, []checktest.Case{
		{Name: "no sharing", Have: role("other", "999988887777", "999988887777"), Want: pass},
		{Name: "with a trusted account", Have: role(sharingRole, "222233334444"), Want: pass},
		{Name: "with another account", Have: role(sharingRole, "999988887777", "999988887777"), Want: fail},
		{Name: "with everybody", Have: role(sharingRole, "*"), Want: fail},
		{Name: "hidden", Have: inventory.Fixture(inventory.Unlisted(iam.Roles, "", checktest.Dark)), Want: unknown},
	})
}
