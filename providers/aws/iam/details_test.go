package iam

import (
	"net/url"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/iam/types"
	"github.com/google/go-cmp/cmp"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
	"demarc/providers/aws/policy"
	"demarc/providers/inventory"
)

func encoded(statement string) *string {
	return new(url.PathEscape(`{"Version":"2012-10-17","Statement":[` + statement + `]}`))
}

// The whole of what one call tells of roles, groups and policies, over pages,
// with a document that is broken and one that is absent.
func TestAuthorization(t *testing.T) {
	var e awsfake.Estate
	broken, reads := new("%7Bnonsense"), `{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}`
	awsfake.On(&e, func(_ awsfake.Call, in *iam.GetAccountAuthorizationDetailsInput) (*iam.GetAccountAuthorizationDetailsOutput, error) {
		if in.Marker == nil {
			return &iam.GetAccountAuthorizationDetailsOutput{IsTruncated: true, Marker: new("m"),
				GroupDetailList: []types.GroupDetail{{Arn: new(arn + "group/g"), GroupName: new("g"), GroupPolicyList: []types.PolicyDetail{{PolicyName: new("in"), PolicyDocument: encoded(reads)}}}},
				RoleDetailList: []types.RoleDetail{
					{Arn: new(arn + "role/aws-service-role/x.amazonaws.com/X"), RoleName: new("X"), RoleLastUsed: &types.RoleLastUsed{}, AssumeRolePolicyDocument: encoded(`{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":["arn:aws:iam::222233334444:root","` + awstest.Account + `","*"]}}`)},
					{Arn: new(arn + "role/r"), RoleName: new("r"), Tags: []types.Tag{{Key: new("team"), Value: new("ops")}}, PermissionsBoundary: &types.AttachedPermissionsBoundary{PermissionsBoundaryArn: new(arn + "policy/b")}},
				}}, nil
		}
		return &iam.GetAccountAuthorizationDetailsOutput{Policies: []types.ManagedPolicyDetail{
			{Arn: new("arn:aws:iam::aws:policy/ReadOnlyAccess"), PolicyName: new("ReadOnlyAccess"), AttachmentCount: new(int32(2)), PolicyVersionList: []types.PolicyVersion{{Document: encoded(reads), IsDefaultVersion: true}}},
			{Arn: new(arn + "policy/broken"), PolicyName: new("broken"), AttachmentCount: new(int32(0)), PolicyVersionList: []types.PolicyVersion{{Document: encoded(reads)}, {Document: broken, IsDefaultVersion: true}}},
		}}, nil
	})
	inv := awstest.Collect(t, &e, Users, Groups, Roles, Policies, InlinePolicies)
	if n := e.Calls()["IAM GetAccountAuthorizationDetails"]; n != 2 {
		t.Errorf("%d calls for two pages", n)
	}
	roles := awstest.Rows(t, inv, Roles)
	linked, plain := roles[0], roles[1]
	if linked.Managed() == "" || plain.Managed() != "" {
		t.Errorf("managed: %q and %q", linked.Managed(), plain.Managed())
	}
	if diff := cmp.Diff([]string{"222233334444"}, awstest.Value(t, linked.Foreign)); diff != "" {
		t.Error(diff)
	}
	if !awstest.Value(t, linked.LastUsed).IsZero() {
		t.Error("a role that was not used has a last use")
	}
	if _, hidden := plain.LastUsed.Gap(); !hidden {
		t.Error("a last use that is absent is known")
	}
	if _, hidden := plain.Trust.Gap(); !hidden {
		t.Error("a trust policy that is absent is known")
	}
	if awstest.Value(t, plain.Boundary) != arn+"policy/b" || awstest.Value(t, linked.Boundary) != "" || awstest.Value(t, plain.Tags)["team"] != "ops" {
		t.Errorf("the role is %+v", plain)
	}
	policies := awstest.Rows(t, inv, Policies)
	if policies[0].ID != "broken" || policies[1].Account != "aws" || len(awstest.Value(t, policies[1].Document).Statements) != 1 {
		t.Errorf("policies %+v", policies)
	}
	if g, hidden := policies[0].Document.Gap(); !hidden || g.Reason != inventory.Failed {
		t.Errorf("a broken document: %v", g)
	}
	inline := awstest.Rows(t, inv, InlinePolicies)
	if len(inline) != 1 || inline[0].Full != arn+"group/g/inline-policy/in" || inline[0].ID != "group/g/in" {
		t.Errorf("inline policies %+v", inline)
	}
}

// Accounts in a policy, wherever they stand in a value.
func TestForeign(t *testing.T) {
	d, err := policy.Parse(`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":"*","Condition":{
		"StringLike":{"aws:userid":["222233334444:ann","AROAEXAMPLE:555566667777"],"aws:PrincipalArn":"arn:aws:iam::333344445555:role/*","aws:PrincipalAccount":"444455556666"}}}]}`)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"222233334444", "333344445555"}, foreign(d, func(a string) bool { return a == "444455556666" })); diff != "" {
		t.Error(diff)
	}
}

// A page that fails hides what would come after it and keeps what came before.
func TestAuthorizationCutShort(t *testing.T) {
	var e awsfake.Estate
	awsfake.On(&e, func(_ awsfake.Call, in *iam.GetAccountAuthorizationDetailsInput) (*iam.GetAccountAuthorizationDetailsOutput, error) {
		if in.Marker == nil {
			return &iam.GetAccountAuthorizationDetailsOutput{IsTruncated: true, Marker: new("m"), UserDetailList: []types.UserDetail{{Arn: new(arn + "user/u"), UserName: new("u"), CreateDate: new(time.Now())}}}, nil
		}
		return nil, awsfake.Error(403, "AccessDenied", "no")
	})
	inv := awstest.Collect(t, &e, Users, Groups)
	for _, list := range []func(inventory.Reader) int{
		func(r inventory.Reader) (n int) {
			for range Users.All(inv, r) {
				n++
			}
			return n - 1
		},
		func(r inventory.Reader) (n int) {
			for range Groups.All(inv, r) {
				n++
			}
			return n
		},
	} {
		var gaps inventory.Gaps
		if n := list(&gaps); n != 0 || len(gaps) != 1 || gaps[0].Reason != inventory.Denied {
			t.Errorf("%d rows too many, gaps %v", n, gaps)
		}
	}
}
