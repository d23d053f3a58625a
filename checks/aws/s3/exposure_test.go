package s3

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/organizations"
	"demarc/providers/aws/policy"
	"demarc/providers/aws/s3"
	"demarc/providers/aws/trust"
	"demarc/providers/inventory"
)

var (
	pass    = []checks.Verdict{checks.Pass}
	fail    = []checks.Verdict{checks.Fail}
	unknown = []checks.Verdict{checks.Unknown}

	noBlock     = inventory.Of(s3.PublicAccessBlock{})
	hiddenBlock = inventory.Missing[s3.PublicAccessBlock](checktest.Dark)
	ignoreACLs  = inventory.Of(s3.PublicAccessBlock{IgnorePublicACLs: true})
	blockNew    = inventory.Of(s3.PublicAccessBlock{BlockPublicACLs: true, BlockPublicPolicy: true}) // takes nothing back
	restrict    = inventory.Of(s3.PublicAccessBlock{RestrictPublicBuckets: true})
)

const (
	everyoneURI = "http://acs.amazonaws.com/groups/global/AllUsers"
	accountsURI = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"
	logsURI     = "http://acs.amazonaws.com/groups/s3/LogDelivery"
)

// exposed is a bucket that nobody gets at, changed by f, in an account with a
// block, in an organization.
type exposed struct {
	account inventory.Known[s3.PublicAccessBlock]
	org     inventory.Known[organizations.Organization]
	change  func(*s3.Bucket)
}

func (e exposed) inventory() *inventory.Inventory {
	b := &s3.Bucket{
		Resource: inventory.Resource{ID: "b", Full: "arn:aws:s3:::b"},
		Grants:   inventory.Of([]s3.Grant{{GranteeID: "owner", Permission: "FULL_CONTROL"}}), Ownership: inventory.Of("ObjectWriter"),
		PublicAccess: noBlock, Policy: inventory.Of(trust.Policy{}), PolicyPublic: inventory.Of(false),
	}
	if e.change != nil {
		e.change(b)
	}
	if _, set := e.org.Peek(); !set {
		if g, _ := e.org.Gap(); g.Reason == inventory.Undeclared {
			e.org = inventory.Of(organizations.Organization{ID: "o-larkspur01"})
		}
	}
	if g, hidden := e.account.Gap(); hidden && g.Reason == inventory.Undeclared {
		e.account = noBlock
	}
	return inventory.Fixture(inventory.Rows(s3.Buckets, b), inventory.Rows(s3.Accounts, &s3.Account{PublicAccess: e.account}),
		inventory.Rows(organizations.Accounts, &organizations.Account{Organization: e.org}))
}

// document is a bucket policy of the statements.
func document(t *testing.T, statements string) inventory.Known[trust.Policy] {
	t.Helper()
	doc, err := policy.Parse(`{"Version":"2012-10-17","Statement":[` + statements + `]}`)
	if err != nil {
		t.Fatal(err)
	}
	return inventory.Of(trust.Policy{Document: &doc, Trusted: []string{"222233334444"}})
}

// statement allows principal to do action on the bucket and its objects.
func statement(principal, action, condition string) string {
	s := `{"Effect":"Allow","Principal":` + principal + `,"Action":` + action + `,"Resource":["arn:aws:s3:::b","arn:aws:s3:::b/*"]`
	if condition != "" {
		s += `,"Condition":` + condition
	}
	return s + "}"
}

const (
	anyone   = `"*"`
	stranger = `{"AWS":"arn:aws:iam::999988887777:root"}`
	trusted  = `{"AWS":"222233334444"}`

	forCloudFront = `{"Service":"cloudfront.amazonaws.com"}`

	get = `"s3:GetObject"`
	put = `"s3:PutObject"`
)

// publicCases are the cases that reading and writing have in common: the ACL's
// permission and the policy's action that the check asks for, and those of the
// other one.
func publicCases(t *testing.T, permission, other, action, otherAction string) []checktest.Case {
	acl := func(uri, permission string) inventory.Known[[]s3.Grant] {
		return inventory.Of([]s3.Grant{{GranteeID: "owner", Permission: "FULL_CONTROL"}, {URI: uri, Permission: permission}})
	}
	open := document(t, statement(anyone, action, ""))
	with := func(account inventory.Known[s3.PublicAccessBlock], f func(*s3.Bucket)) *inventory.Inventory {
		return exposed{account: account, change: f}.inventory()
	}
	policyCase := func(name string, p inventory.Known[trust.Policy], public bool, own, account inventory.Known[s3.PublicAccessBlock], want []checks.Verdict) checktest.Case {
		return checktest.Case{Name: name, Want: want, Have: with(account, func(b *s3.Bucket) {
			b.Policy, b.PolicyPublic, b.PublicAccess = p, inventory.Of(public), own
		})}
	}
	aclCase := func(name string, g inventory.Known[[]s3.Grant], ownership string, own, account inventory.Known[s3.PublicAccessBlock], want []checks.Verdict) checktest.Case {
		return checktest.Case{Name: name, Want: want, Have: with(account, func(b *s3.Bucket) {
			b.Grants, b.Ownership, b.PublicAccess = g, inventory.Of(ownership), own
		})}
	}
	everyone := acl(everyoneURI, permission)
	return []checktest.Case{
		{Name: "closed", Have: with(noBlock, nil), Want: pass},

		aclCase("ACL for everyone", everyone, "ObjectWriter", noBlock, noBlock, fail),
		aclCase("ACL for all accounts", acl(accountsURI, permission), "BucketOwnerPreferred", noBlock, noBlock, fail),
		aclCase("ACL for the delivery of logs", acl(logsURI, permission), "ObjectWriter", noBlock, noBlock, pass),
		aclCase("ACL with full control", acl(everyoneURI, "FULL_CONTROL"), "ObjectWriter", noBlock, noBlock, fail),
		aclCase("ACL for something else", acl(everyoneURI, other), "ObjectWriter", noBlock, noBlock, pass),
		aclCase("ACLs off", everyone, "BucketOwnerEnforced", noBlock, noBlock, pass),
		aclCase("ACLs ignored by the bucket", everyone, "ObjectWriter", ignoreACLs, noBlock, pass),
		aclCase("ACLs ignored by the account", everyone, "ObjectWriter", hiddenBlock, ignoreACLs, pass),
		aclCase("new ACLs blocked, the old one counts", everyone, "ObjectWriter", blockNew, blockNew, fail),
		aclCase("policies restricted, the ACL counts", everyone, "ObjectWriter", restrict, restrict, fail),
		aclCase("ACL for everyone, account hidden", everyone, "ObjectWriter", noBlock, hiddenBlock, unknown),
		aclCase("ACL hidden", inventory.Missing[[]s3.Grant](checktest.Dark), "ObjectWriter", noBlock, noBlock, unknown),
		aclCase("ACL hidden, ACLs off", inventory.Missing[[]s3.Grant](checktest.Dark), "BucketOwnerEnforced", noBlock, noBlock, pass),

		policyCase("policy for everyone", open, true, noBlock, noBlock, fail),
		policyCase("policy for something else", document(t, statement(anyone, otherAction, "")), true, noBlock, noBlock, pass),
		policyCase("policy for a stranger's account", document(t, statement(stranger, action, "")), false, noBlock, noBlock, pass),
		policyCase("policy for the own organization", document(t, statement(anyone, action, `{"StringEquals":{"aws:PrincipalOrgID":"o-larkspur01"}}`)), false, noBlock, noBlock, pass),
		policyCase("policy for fixed addresses", document(t, statement(anyone, action, `{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}`)), false, noBlock, noBlock, pass),
		policyCase("policy for any address", document(t, statement(anyone, action, `{"IpAddress":{"aws:SourceIp":"0.0.0.0/0"}}`)), true, noBlock, noBlock, fail),
		policyCase("policy for one VPC endpoint", document(t, statement(anyone, action, `{"StringEquals":{"aws:SourceVpce":"vpce-0a1b2c3d4e5f67890"}}`)), false, noBlock, noBlock, pass),
		policyCase("policy for a header that anyone can send", document(t, statement(anyone, action, `{"StringLike":{"aws:Referer":"https://www.example.com/*"}}`)), true, noBlock, noBlock, fail),
		policyCase("policy taken back by a Deny", document(t, statement(anyone, action, "")+`,{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["arn:aws:s3:::b","arn:aws:s3:::b/*"]}`), false, noBlock, noBlock, pass),
		policyCase("policy for CloudFront", document(t, statement(`{"Service":"cloudfront.amazonaws.com"}`, action, `{"StringEquals":{"AWS:SourceArn":"arn:aws:cloudfront::111122223333:distribution/E1"}}`)), false, noBlock, noBlock, pass),
		policyCase("policy for any distribution of CloudFront", document(t, statement(forCloudFront, action, "")), false, noBlock, noBlock, fail),
		policyCase("policy for any distribution, which nothing restricts", document(t, statement(forCloudFront, action, "")+","+statement(anyone, action, "")), true, restrict, restrict, fail),
		policyCase("policy for the distributions of the account", document(t, statement(forCloudFront, action, `{"StringEquals":{"aws:SourceAccount":"111122223333"}}`)), false, noBlock, noBlock, pass),
		policyCase("policy for the bucket's access points", document(t, statement(anyone, action, `{"StringEquals":{"s3:DataAccessPointAccount":"111122223333"}}`)), false, noBlock, noBlock, pass),
		policyCase("closed by our reading, public to S3", document(t, statement(anyone, action, `{"StringEquals":{"aws:PrincipalOrgID":"o-larkspur01"}}`)), true, noBlock, noBlock, unknown),
		policyCase("closed by our reading, public to S3, restricted", document(t, statement(anyone, action, `{"StringEquals":{"aws:PrincipalOrgID":"o-larkspur01"}}`)), true, restrict, noBlock, pass),
		policyCase("public for what is neither read nor written", document(t, statement(anyone, `"s3:GetBucketLocation"`, "")), true, noBlock, noBlock, unknown),
		policyCase("names nobody but accounts, whatever S3 says", document(t, statement(stranger, action, "")), true, noBlock, noBlock, pass),
		policyCase("policy restricted by the bucket", open, true, restrict, noBlock, pass),
		policyCase("policy restricted by the account", open, true, hiddenBlock, restrict, pass),
		policyCase("new policies blocked, the old one counts", open, true, blockNew, blockNew, fail),
		policyCase("ACLs ignored, the policy counts", open, true, ignoreACLs, ignoreACLs, fail),
		policyCase("restricted, yet S3 does not count it as public", open, false, restrict, restrict, fail),
		policyCase("policy for everyone, account hidden", open, true, noBlock, hiddenBlock, unknown),
		policyCase("policy hidden", inventory.Missing[trust.Policy](checktest.Dark), false, noBlock, noBlock, unknown),
		policyCase("policy hidden, and restricted but for services", inventory.Missing[trust.Policy](checktest.Dark), true, restrict, noBlock, unknown),
		policyCase("policy hidden, restricted, not public to S3", inventory.Missing[trust.Policy](checktest.Dark), false, restrict, restrict, unknown),
		policyCase("policy that hangs on a variable", document(t, statement(anyone, action, `{"StringEquals":{"aws:SourceAccount":"${aws:PrincipalTag/owner}"}}`)), true, noBlock, noBlock, unknown),
		{Name: "restricted, S3's opinion hidden", Want: unknown, Have: with(restrict, func(b *s3.Bucket) {
			b.Policy, b.PolicyPublic = open, inventory.Missing[bool](checktest.Dark)
		})},
		{Name: "closed by our reading, S3's opinion hidden", Want: unknown, Have: with(noBlock, func(b *s3.Bucket) {
			b.Policy = document(t, statement(anyone, action, `{"StringEquals":{"aws:PrincipalOrgID":"o-larkspur01"}}`))
			b.PolicyPublic = inventory.Missing[bool](checktest.Dark)
		})},
		{Name: "names nobody but accounts, S3's opinion hidden", Want: pass, Have: with(noBlock, func(b *s3.Bucket) {
			b.Policy, b.PolicyPublic = document(t, statement(stranger, action, "")), inventory.Missing[bool](checktest.Dark)
		})},
		{Name: "not restricted, S3's opinion hidden", Want: fail, Have: with(noBlock, func(b *s3.Bucket) {
			b.Policy, b.PolicyPublic = open, inventory.Missing[bool](checktest.Dark)
		})},
		{Name: "one way seen, the other hidden", Want: fail, Have: with(noBlock, func(b *s3.Bucket) {
			b.Policy, b.PolicyPublic, b.Grants = open, inventory.Of(true), inventory.Missing[[]s3.Grant](checktest.Dark)
		})},
		{Name: "ACLs ignored for the bucket, policies restricted for the account", Want: pass, Have: with(restrict, func(b *s3.Bucket) {
			b.Grants, b.Policy, b.PolicyPublic, b.PublicAccess = everyone, open, inventory.Of(true), ignoreACLs
		})},
	}
}
