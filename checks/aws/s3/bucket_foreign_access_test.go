package s3

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/organizations"
	"demarc/providers/aws/s3"
	"demarc/providers/aws/trust"
	"demarc/providers/inventory"
)

func TestBucketForeignAccess(t *testing.T) {
	const control = `"s3:PutBucketPolicy"`
	with := func(statements string, public bool, account inventory.Known[s3.PublicAccessBlock], org inventory.Known[organizations.Organization]) *inventory.Inventory {
		return exposed{account: account, org: org, change: func(b *s3.Bucket) {
			b.Policy, b.PolicyPublic = document(t, statements), inventory.Of(public)
		}}.inventory()
	}
	var ours inventory.Known[organizations.Organization]
	alone := inventory.Of(organizations.Organization{})
	dark := inventory.Missing[organizations.Organization](checktest.Dark)
	org := statement(anyone, control, `{"StringEquals":{"aws:PrincipalOrgID":"o-larkspur01"}}`)
	checktest.Run(t, BucketForeignAccess, []checktest.Case{
		{Name: "no policy", Have: exposed{}.inventory(), Want: pass},
		{Name: "a stranger's account", Have: with(statement(stranger, control, ""), false, noBlock, ours), Want: fail, Severity: checks.High},
		{Name: "a stranger's account, everything", Have: with(statement(stranger, `"s3:*"`, ""), false, noBlock, ours), Want: fail},
		{Name: "a stranger's account, everything but reading", Want: fail, Have: with(
			`{"Effect":"Allow","Principal":`+stranger+`,"NotAction":"s3:Get*","Resource":"arn:aws:s3:::b"}`, false, noBlock, ours)},
		{Name: "a stranger's account, reading", Have: with(statement(stranger, get, ""), false, noBlock, ours), Want: pass},
		{Name: "a stranger's account, through an endpoint", Have: with(statement(stranger, control, `{"StringEquals":{"aws:SourceVpce":"vpce-0a1b2c3d4e5f67890"}}`), false, noBlock, ours), Want: fail},
		{Name: "everyone at an endpoint, whosever", Have: with(statement(anyone, control, `{"StringEquals":{"aws:SourceVpce":"vpce-0a1b2c3d4e5f67890"}}`), false, noBlock, ours), Want: unknown},
		{Name: "a trusted account", Have: with(statement(trusted, control, ""), false, noBlock, ours), Want: pass},
		{Name: "the own account", Have: with(statement(`{"AWS":"arn:aws:iam::111122223333:role/admin"}`, control, ""), false, noBlock, ours), Want: pass},
		{Name: "everyone", Have: with(statement(anyone, control, ""), true, noBlock, ours), Want: fail},
		{Name: "an AWS service", Have: with(statement(`{"Service":"logging.s3.amazonaws.com"}`, `"s3:PutObjectAcl"`, ""), false, noBlock, ours), Want: pass},
		{Name: "denied again", Want: pass, Have: with(statement(stranger, `"s3:*"`, "")+
			`,{"Effect":"Deny","Principal":"*","Action":["s3:DeleteBucketPolicy","s3:PutBucketAcl","s3:PutBucketPolicy","s3:PutEncryptionConfiguration","s3:PutObjectAcl"],"Resource":["arn:aws:s3:::b","arn:aws:s3:::b/*"],"Condition":{"StringNotEquals":{"aws:PrincipalAccount":"111122223333"}}}`, false, noBlock, ours)},
		{Name: "a stranger beside everyone, restricted as public", Have: with(statement(stranger, control, "")+","+statement(anyone, get, ""), true, restrict, ours), Want: pass},
		{Name: "a stranger alone, which restricting leaves alone", Have: with(statement(stranger, control, ""), false, restrict, ours), Want: fail},
		{Name: "the own organization", Have: with(org, false, noBlock, ours), Want: pass},
		{Name: "an organization, of an account that stands alone", Have: with(org, false, noBlock, alone), Want: fail},
		{Name: "an organization, not known whose", Have: with(org, false, noBlock, dark), Want: unknown},
		{Name: "a stranger beside it", Have: with(org+","+statement(stranger, control, ""), false, noBlock, dark), Want: fail},
		{Name: "hidden", Want: unknown, Have: exposed{change: func(b *s3.Bucket) { b.Policy = inventory.Missing[trust.Policy](checktest.Dark) }}.inventory()},
	})
}
