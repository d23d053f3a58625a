package demo

import (
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/iam/types"
)

// An identity is an IAM user, group, role or customer-managed policy.
type identity struct {
	name     string
	path     string
	attached []string          // managed policies: of AWS by name, the account's own as "own/name"
	inline   map[string]string // statements by the policy's name
	groups   []string
	trust    string // of a role: a statement
	document string // of a policy: a statement
	age      int    // days
	used     int    // of a role: days ago; 0: never
	boundary string
}

// A login is what the credential report says of a user.
type login struct {
	user              string
	password, mfa     bool
	signedIn, changed int // days ago; 0: never
	key1, key2        bool
	age1, used1       int
	age2, used2       int
	virtual           bool // its MFA device is an app
}

func trustOf(principal, action, condition string) string {
	if condition == "" {
		condition = "{}"
	}
	return fmt.Sprintf(`{"Effect":"Allow","Action":"%s","Principal":%s,"Condition":%s}`, action, principal, condition)
}

func serviceTrust(service string) string {
	return trustOf(`{"Service":"`+service+`.amazonaws.com"}`, "sts:AssumeRole", "")
}

func githubTrust(account, subject string) string {
	claim := `"token.actions.githubusercontent.com:aud":"sts.amazonaws.com"`
	condition := `{"StringEquals":{` + claim + `}}`
	if subject != "" {
		condition = `{"StringEquals":{` + claim + `},"StringLike":{"token.actions.githubusercontent.com:sub":"` + subject + `"}}`
	}
	return trustOf(`{"Federated":"arn:aws:iam::`+account+`:oidc-provider/token.actions.githubusercontent.com"}`, "sts:AssumeRoleWithWebIdentity", condition)
}

func allowing(resource string, actions ...string) string {
	return fmt.Sprintf(`{"Effect":"Allow","Action":["%s"],"Resource":"%s"}`, strings.Join(actions, `","`), resource)
}

// The policies of AWS that are attached to something, shortened to what counts.
var awsPolicies = map[string]string{
	"AdministratorAccess":          allowing("*", "*"),
	"ReadOnlyAccess":               allowing("*", "s3:Get*", "s3:List*", "dynamodb:GetItem", "logs:Get*", "ec2:Describe*"),
	"SecurityAudit":                allowing("*", "ec2:Describe*", "iam:Get*", "iam:List*", "s3:GetBucket*"),
	"AWSSupportAccess":             allowing("*", "support:*"),
	"AWSCloudShellFullAccess":      allowing("*", "cloudshell:*"),
	"AmazonSSMManagedInstanceCore": allowing("*", "ssm:UpdateInstanceInformation", "ssmmessages:*"),
}

var iamUsers = map[string][]identity{
	Shop: {
		{name: "ana.kovac", age: 900, groups: []string{"developers"}},
		{name: "break-glass", age: 1200, groups: []string{"administrators"}},
		{name: "ci-deploy", age: 700, attached: []string{"own/larkspur-deploy"}},
	},
	Lab: {
		{name: "jonas", age: 800, attached: []string{"AdministratorAccess"}},
		{name: "mira", age: 500, groups: []string{"lab"}},
		{name: "notebook", age: 450, groups: []string{"lab"}, inline: map[string]string{"scratch": allowing("arn:aws:s3:::larkspur-lab-scratch/*", "s3:GetObject", "s3:PutObject")}},
	},
}

var iamGroups = map[string][]identity{
	Shop: {
		{name: "administrators", attached: []string{"AdministratorAccess"}},
		{name: "developers", attached: []string{"own/larkspur-orders-read"}},
		{name: "warehouse"},
	},
	Lab: {
		{name: "lab", attached: []string{"own/lab-power", "AWSCloudShellFullAccess"}},
	},
}

var iamRoles = map[string][]identity{
	Shop: {
		{name: "AWSServiceRoleForConfig", path: "aws-service-role/config.amazonaws.com/", trust: serviceTrust("config"), age: 900, used: 1},
		{name: "AWSReservedSSO_Administrator_5f0c1d2e3a4b5c6d", path: "aws-reserved/sso.amazonaws.com/eu-central-1/", attached: []string{"AdministratorAccess"}, age: 600, used: 2,
			trust: trustOf(`{"Federated":"arn:aws:iam::`+Shop+`:saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE"}`, "sts:AssumeRoleWithSAML", `{"StringEquals":{"SAML:aud":"https://signin.aws.amazon.com/saml"}}`)},
		{name: "shop-web", trust: serviceTrust("ec2"), attached: []string{"AmazonSSMManagedInstanceCore", "own/larkspur-orders-read"}, age: 412, used: 1},
		{name: "shop-operations", trust: serviceTrust("ec2"), attached: []string{"AmazonSSMManagedInstanceCore"}, age: 95, used: 1},
		{name: "larkspur-incident", trust: trustOf(`{"AWS":"arn:aws:iam::`+management+`:root"}`, "sts:AssumeRole", ""), attached: []string{"AWSSupportAccess", "SecurityAudit"}, age: 700, used: 40},
		{name: "larkspur-supplier", trust: trustOf(`{"AWS":"arn:aws:iam::`+partner+`:root"}`, "sts:AssumeRole", `{"StringEquals":{"sts:ExternalId":"larkspur-7Kq2"}}`),
			inline: map[string]string{"stock": allowing("arn:aws:sqs:eu-central-1:"+Shop+":larkspur-stock", "sqs:SendMessage")}, age: 300, used: 3},
		{name: "larkspur-release", trust: githubTrust(Shop, "repo:larkspur/shop:*"), attached: []string{"own/larkspur-deploy"}, boundary: "own/larkspur-boundary", age: 200, used: 1},
		{name: "larkspur-reports-2021", trust: serviceTrust("lambda"), inline: map[string]string{"all-keys": allowing("*", "kms:Decrypt")}, age: 1500, used: 390},
	},
	Lab: {
		{name: "AWSServiceRoleForSupport", path: "aws-service-role/support.amazonaws.com/", trust: serviceTrust("support"), age: 800},
		{name: "lab-models", trust: serviceTrust("ec2"), attached: []string{"AdministratorAccess"}, age: 300, used: 1},
		{name: "lab-trainer", trust: githubTrust(Lab, ""), attached: []string{"own/lab-power"}, age: 250, used: 6},
		{name: "lab-consultants", trust: trustOf(`{"AWS":"`+partner+`"}`, "sts:AssumeRole", ""), attached: []string{"ReadOnlyAccess"}, age: 420, used: 200},
		{name: "lab-open", trust: trustOf(`{"AWS":"*"}`, "sts:AssumeRole", `{"StringEquals":{"sts:ExternalId":"lab"}}`), inline: map[string]string{"any": allowing("*", "*")}, age: 380},
	},
}

var iamPolicies = map[string][]identity{
	Shop: {
		{name: "larkspur-orders-read", document: allowing("arn:aws:s3:::larkspur-shop-orders/*", "s3:GetObject")},
		{name: "larkspur-deploy", document: allowing("*", "iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction", "s3:*")},
		{name: "larkspur-boundary", document: allowing("*", "lambda:*", "s3:*", "logs:*")},
		{name: "larkspur-old-admin", document: allowing("*", "*")},
		{name: "larkspur-suppliers", document: allowing("arn:aws:iam::*:role/larkspur-exchange", "sts:AssumeRole")},
	},
	Lab: {
		{name: "lab-power", document: `{"Effect":"Allow","NotAction":["iam:*","organizations:*"],"Resource":"*"}`},
		{name: "lab-hop", document: allowing("*", "sts:AssumeRole", "aws-marketplace:Subscribe")},
	},
}

var logins = map[string][]login{
	Shop: {
		{user: "<root_account>", mfa: true, signedIn: 120},
		{user: "ana.kovac", password: true, mfa: true, virtual: true, signedIn: 1, changed: 200},
		{user: "break-glass", password: true, mfa: true, signedIn: 20, changed: 300},
		{user: "ci-deploy", key1: true, age1: 400, used1: 1},
	},
	Lab: {
		{user: "<root_account>", signedIn: 3, key1: true, age1: 700, used1: 300},
		{user: "jonas", password: true, signedIn: 2, changed: 780, key1: true, age1: 800, key2: true, age2: 30, used2: 1},
		{user: "mira", password: true, mfa: true, virtual: true, signedIn: 70, changed: 100},
		{user: "notebook", key1: true, age1: 60, used1: 2},
	},
}

func iamARN(account, kind string, i identity) *string {
	return new("arn:aws:iam::" + account + ":" + kind + "/" + i.path + i.name)
}

// policyARN is the ARN of a managed policy, of the account's own or of AWS's.
func policyARN(account, name string) *string {
	if own, ok := strings.CutPrefix(name, "own/"); ok {
		return new("arn:aws:iam::" + account + ":policy/" + own)
	}
	return new("arn:aws:iam::aws:policy/" + name)
}

func encodedPolicy(statement string) *string { return new(url.PathEscape(policyOf(statement))) }

func (i identity) attachedPolicies(account string) (list []types.AttachedPolicy) {
	for _, name := range i.attached {
		list = append(list, types.AttachedPolicy{PolicyArn: policyARN(account, name), PolicyName: new(strings.TrimPrefix(name, "own/"))})
	}
	return list
}

func (i identity) inlinePolicies() (list []types.PolicyDetail) {
	for name, statement := range i.inline {
		list = append(list, types.PolicyDetail{PolicyName: &name, PolicyDocument: encodedPolicy(statement)})
	}
	return list
}

func managedPolicy(account, name, statement string) types.ManagedPolicyDetail {
	n := 0
	for _, all := range [][]identity{iamUsers[account], iamGroups[account], iamRoles[account]} {
		for _, i := range all {
			for _, a := range i.attached {
				if a == name {
					n++
				}
			}
		}
	}
	return types.ManagedPolicyDetail{
		Arn: policyARN(account, name), PolicyName: new(strings.TrimPrefix(name, "own/")), AttachmentCount: new(int32(n)), DefaultVersionId: new("v2"),
		PolicyVersionList: []types.PolicyVersion{{VersionId: new("v2"), IsDefaultVersion: true, Document: encodedPolicy(statement)}},
	}
}

// authorizationDetails is the whole answer about an account, one page of it to
// each kind of identity.
func authorizationDetails(account string) []iam.GetAccountAuthorizationDetailsOutput {
	var ofUsers, ofGroups, ofRoles, ofPolicies iam.GetAccountAuthorizationDetailsOutput
	for _, u := range iamUsers[account] {
		ofUsers.UserDetailList = append(ofUsers.UserDetailList, types.UserDetail{
			Arn: iamARN(account, "user", u), UserName: &u.name, CreateDate: daysAgo(u.age), GroupList: u.groups,
			AttachedManagedPolicies: u.attachedPolicies(account), UserPolicyList: u.inlinePolicies(),
		})
	}
	for _, g := range iamGroups[account] {
		ofGroups.GroupDetailList = append(ofGroups.GroupDetailList, types.GroupDetail{
			Arn: iamARN(account, "group", g), GroupName: &g.name, AttachedManagedPolicies: g.attachedPolicies(account), GroupPolicyList: g.inlinePolicies(),
		})
	}
	for _, r := range iamRoles[account] {
		d := types.RoleDetail{
			Arn: iamARN(account, "role", r), RoleName: &r.name, CreateDate: daysAgo(r.age), AssumeRolePolicyDocument: encodedPolicy(r.trust),
			AttachedManagedPolicies: r.attachedPolicies(account), RolePolicyList: r.inlinePolicies(), RoleLastUsed: &types.RoleLastUsed{},
		}
		if r.used > 0 {
			d.RoleLastUsed.LastUsedDate = daysAgo(r.used)
		}
		if r.boundary != "" {
			d.PermissionsBoundary = &types.AttachedPermissionsBoundary{PermissionsBoundaryArn: policyARN(account, r.boundary)}
		}
		ofRoles.RoleDetailList = append(ofRoles.RoleDetailList, d)
	}
	for _, p := range iamPolicies[account] {
		ofPolicies.Policies = append(ofPolicies.Policies, managedPolicy(account, "own/"+p.name, p.document))
	}
	for name, statement := range awsPolicies {
		if p := managedPolicy(account, name, statement); *p.AttachmentCount > 0 {
			ofPolicies.Policies = append(ofPolicies.Policies, p)
		}
	}
	return []iam.GetAccountAuthorizationDetailsOutput{ofUsers, ofGroups, ofRoles, ofPolicies}
}

// credentialReport is the CSV that IAM makes of an account's logins.
func credentialReport(account string) string {
	var b strings.Builder
	b.WriteString("user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date\n")
	at := func(days int, otherwise string) string {
		if days == 0 {
			return otherwise
		}
		return daysAgo(days).Format(time.RFC3339)
	}
	for _, l := range logins[account] {
		arn, enabled, unused, changed := "arn:aws:iam::"+account+":user/"+l.user, fmt.Sprint(l.password), "N/A", at(l.changed, "N/A")
		if l.user == "<root_account>" {
			arn, enabled, changed = "arn:aws:iam::"+account+":root", "not_supported", "not_supported"
		}
		if l.password {
			unused = "no_information"
		}
		fmt.Fprintf(&b, "%s,%s,%s,%s,%s,%s,N/A,%t,%t,%s,%s,%t,%s,%s\n", l.user, arn, at(1500, ""), enabled, at(l.signedIn, unused), changed,
			l.mfa, l.key1, at(l.age1, "N/A"), at(l.used1, "N/A"), l.key2, at(l.age2, "N/A"), at(l.used2, "N/A"))
	}
	return b.String()
}
