package iam

import (
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/iam/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
	"demarc/providers/inventory"
)

const arn = "arn:aws:iam::" + awstest.Account + ":"

var generated = time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC)

// csvReport holds the words that stand for a value, and columns that are not
// asked for.
var csvReport = strings.Join([]string{
	"user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,cert_1_active",
	"<root_account>," + arn + "root,2020-01-01T00:00:00+00:00,not_supported,2026-11-01T10:00:00+00:00,not_supported,not_supported,true,false,N/A,N/A,false,N/A,N/A,false",
	"ann," + arn + "user/ann,2020-01-01T00:00:00+00:00,true,no_information,2020-01-01T00:00:00+00:00,N/A,false,true,2024-01-01T00:00:00+00:00,N/A,false,N/A,N/A,false",
	"bot," + arn + "user/bot,2020-01-01T00:00:00+00:00,false,N/A,N/A,N/A,false,true,when?,2026-11-20T00:00:00+00:00,true,2024-01-01T00:00:00+00:00,2024-02-01T00:00:00+00:00,false",
}, "\n")

// estate answers with three users: one is newer than the report, and one is
// gone before it is asked about.
func estate(t *testing.T) *awsfake.Estate {
	var e awsfake.Estate
	old, fresh := generated.AddDate(-6, 0, 0), generated.Add(time.Hour)
	awsfake.On(&e, func(_ awsfake.Call, in *iam.GetAccountAuthorizationDetailsInput) (*iam.GetAccountAuthorizationDetailsOutput, error) {
		user := func(name string, at time.Time) types.UserDetail {
			return types.UserDetail{Arn: new(arn + "user/" + name), UserName: &name, CreateDate: &at}
		}
		if in.Marker == nil {
			return &iam.GetAccountAuthorizationDetailsOutput{IsTruncated: true, Marker: new("2"), UserDetailList: []types.UserDetail{user("ann", old), user("bot", old)}}, nil
		}
		return &iam.GetAccountAuthorizationDetailsOutput{UserDetailList: []types.UserDetail{user("new", fresh), user("left", fresh)}}, nil
	})
	states := []types.ReportStateType{types.ReportStateTypeStarted, types.ReportStateTypeComplete}
	awsfake.On(&e, func(awsfake.Call, *iam.GenerateCredentialReportInput) (*iam.GenerateCredentialReportOutput, error) {
		state := states[0]
		states = states[1:]
		return &iam.GenerateCredentialReportOutput{State: state}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *iam.GetCredentialReportInput) (*iam.GetCredentialReportOutput, error) {
		if len(states) > 0 {
			t.Error("the report was asked for before it was complete")
		}
		return &iam.GetCredentialReportOutput{Content: []byte(csvReport), GeneratedTime: &generated}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *iam.GetLoginProfileInput) (*iam.GetLoginProfileOutput, error) {
		if *in.UserName == "left" {
			return nil, awsfake.Wrap(404, &types.NoSuchEntityException{})
		}
		return &iam.GetLoginProfileOutput{LoginProfile: &types.LoginProfile{CreateDate: &fresh}}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *iam.ListMFADevicesInput) (*iam.ListMFADevicesOutput, error) {
		if *in.UserName == "left" {
			return nil, awsfake.Wrap(404, &types.NoSuchEntityException{})
		}
		return &iam.ListMFADevicesOutput{MFADevices: []types.MFADevice{}}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *iam.ListAccessKeysInput) (*iam.ListAccessKeysOutput, error) {
		return &iam.ListAccessKeysOutput{AccessKeyMetadata: []types.AccessKeyMetadata{{Status: types.StatusTypeActive, CreateDate: &fresh}}}, nil
	})
	return &e
}

func TestCredentials(t *testing.T) {
	e := estate(t)
	inv := awstest.Collect(t, e, UserCredentials, RootCredentials)
	users := map[string]Credentials{}
	for _, u := range awstest.Rows(t, inv, Users) {
		users[u.ID] = awstest.Value(t, u.Credentials)
	}
	if len(users) != 3 || inv.Gone() != 1 {
		t.Fatalf("%d users and %d gone, want 3 and 1", len(users), inv.Gone())
	}
	root := awstest.Value(t, awstest.Rows(t, inv, Roots)[0].Credentials)
	if at := awstest.Value(t, root.PasswordUsed); at.Month() != time.November {
		t.Errorf("the root user's password was used %s", at)
	}
	if g, hidden := root.PasswordEnabled.Gap(); !hidden || g.Reason != inventory.Unsupported {
		t.Errorf("not_supported became %v", g)
	}
	ann := users["ann"]
	if !awstest.Value(t, ann.PasswordUsed).IsZero() || awstest.Value(t, ann.MFA) || !awstest.Value(t, ann.Keys[0].Active) || !awstest.Value(t, ann.Keys[0].Used).IsZero() {
		t.Errorf("ann has %+v", ann)
	}
	bot := users["bot"]
	if _, hidden := bot.Keys[0].Rotated.Gap(); !hidden {
		t.Error("a date that is none was read")
	}
	if awstest.Value(t, bot.PasswordEnabled) || awstest.Value(t, bot.Keys[1].Used).Year() != 2024 {
		t.Errorf("bot has %+v", bot)
	}
	fresh := users["new"]
	if !awstest.Value(t, fresh.PasswordEnabled) || awstest.Value(t, fresh.MFA) || !awstest.Value(t, fresh.Keys[0].Active) {
		t.Errorf("the user that is newer than the report has %+v", fresh)
	}
	if _, hidden := fresh.PasswordUsed.Gap(); !hidden {
		t.Error("the last use of a password that is newer than the report is known")
	}
	if n := e.Calls()["IAM GetCredentialReport"]; n != 1 {
		t.Errorf("the report was read %d times", n)
	}
}

func TestReportDenied(t *testing.T) {
	e := estate(t)
	awsfake.On(e, func(awsfake.Call, *iam.GenerateCredentialReportInput) (*iam.GenerateCredentialReportOutput, error) {
		return nil, awsfake.Error(403, "AccessDenied", "not authorized to perform: iam:GenerateCredentialReport because no identity-based policy allows it")
	})
	for _, u := range awstest.Rows(t, awstest.Collect(t, e, UserCredentials), Users) {
		if g, hidden := u.Credentials.Gap(); !hidden || g.Reason != inventory.Denied || g.Action != "iam:GenerateCredentialReport" {
			t.Errorf("%s: %v", u.ID, g)
		}
	}
}

// A report that expires between the two calls is made anew, and keys beyond the
// two that the report describes leave a Gap.
func TestReportOfManyKeys(t *testing.T) {
	e := estate(t)
	awsfake.On(e, func(awsfake.Call, *iam.GenerateCredentialReportInput) (*iam.GenerateCredentialReportOutput, error) {
		return &iam.GenerateCredentialReportOutput{State: types.ReportStateTypeComplete}, nil
	})
	lines := strings.Split(csvReport, "\n")
	for i, more := range []string{",additional_credentials_info", ",", ",N/A", ",1 more access key; see ListAccessKeys"} {
		lines[i] += more
	}
	asked := 0
	awsfake.On(e, func(awsfake.Call, *iam.GetCredentialReportInput) (*iam.GetCredentialReportOutput, error) {
		if asked++; asked == 1 {
			return nil, awsfake.Wrap(410, &types.CredentialReportExpiredException{})
		}
		return &iam.GetCredentialReportOutput{Content: []byte(strings.Join(lines, "\n")), GeneratedTime: &generated}, nil
	})
	keys := map[string][]AccessKey{}
	for _, u := range awstest.Rows(t, awstest.Collect(t, e, UserCredentials), Users) {
		keys[u.ID] = awstest.Value(t, u.Credentials).Keys
	}
	if len(keys["ann"]) != 2 || len(keys["bot"]) != 3 {
		t.Fatalf("keys: %+v", keys)
	}
	if _, hidden := keys["bot"][2].Active.Gap(); !hidden {
		t.Error("a key that the report does not describe is known")
	}
}
