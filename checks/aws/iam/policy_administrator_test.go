package iam

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

func TestPolicyAdministrator(t *testing.T) {
	both(t, PolicyAdministrator, InlineAdministrator, []string{
		everything,
		`{"Effect":"Allow","Action":"*:*","Resource":"*"}`,
		`{"Effect":"Allow","NotAction":"s3:DeleteBucket","Resource":"*"}`,
		`{"Effect":"Allow","NotAction":"iam:*","Resource":"*"},{"Effect":"Allow","Action":"iam:*","Resource":"*"}`,
		`{"Effect":"Allow","Action":"*","Resource":"arn:aws:*:*:*:*"}`,
		`{"Effect":"Allow","Action":"*","NotResource":"arn:aws:s3:::b"}`,
		`{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}`,
		`{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"0.0.0.0/0"}}}`,
	}, []string{
		reading,
		`{"Effect":"Allow","Action":"s3:*","Resource":"*"}`,
		everything + "," + noIAM,
		everything + `,{"Effect":"Deny","NotAction":["iam:Get*","iam:List*","s3:*"],"Resource":"*"}`,
		`{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/team":"red"}}}`,
		`{"Effect":"Allow","NotAction":["iam:*","organizations:*"],"Resource":"*"}`,
	})
	unattached := managedPolicy("p", parsed(everything))
	unattached.Attachments = known(0)
	aws := &iam.Policy{Resource: inventory.Resource{ID: "AdministratorAccess", Full: awsAdmin, Account: "aws"}, Document: parsed(everything)}
	checktest.Run(t, PolicyAdministrator, []checktest.Case{
		{Name: "unattached, and AWS's own", Have: inventory.Fixture(inventory.Rows(iam.Policies, unattached, aws)), Want: want(checks.Fail), Severity: checks.Medium},
		{Name: "fine", Have: inventory.Fixture(inventory.Rows(iam.Policies, managedPolicy("p", parsed(reading)))), Want: want(checks.Pass)},
		{Name: "not listed", Have: inventory.Fixture(inventory.Unlisted(iam.Policies, "", checktest.Dark)), Want: want(checks.Unknown)},
	})
}
