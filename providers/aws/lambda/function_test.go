package lambda

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/lambda/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
	"demarc/providers/inventory"
)

const prefix = "arn:aws:lambda:us-east-1:111122223333:function:"

const canary = "c4nary-Hunter2"

func TestFunctions(t *testing.T) {
	var e awsfake.Estate
	configs := []types.FunctionConfiguration{
		{FunctionName: new("plain"), FunctionArn: new(prefix + "plain"), PackageType: types.PackageTypeZip, Runtime: types.RuntimeNodejs22x},
		{FunctionName: new("image"), FunctionArn: new(prefix + "image"), PackageType: types.PackageTypeImage, VpcConfig: &types.VpcConfigResponse{SubnetIds: []string{"subnet-1"}},
			Environment: &types.EnvironmentResponse{Variables: map[string]string{"DB_PASSWORD": canary, "STAGE": canary + "-stage"}}},
		{FunctionName: new("sealed"), FunctionArn: new(prefix + "sealed"), KMSKeyArn: new("arn:key"),
			Environment: &types.EnvironmentResponse{Error: &types.EnvironmentError{ErrorCode: new("AccessDeniedException"), Message: new("no")}}},
		{FunctionName: new("gone"), FunctionArn: new(prefix + "gone"), PackageType: types.PackageTypeZip, Runtime: types.RuntimeNodejs22x},
	}
	awsfake.On(&e, func(c awsfake.Call, in *lambda.ListFunctionsInput) (*lambda.ListFunctionsOutput, error) {
		if c.Region != "us-east-1" {
			return &lambda.ListFunctionsOutput{}, nil
		}
		page, next := awsfake.Page(configs, in.Marker, 3)
		return &lambda.ListFunctionsOutput{Functions: page, NextMarker: next}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *lambda.GetPolicyInput) (*lambda.GetPolicyOutput, error) {
		if *in.FunctionName == prefix+"image" && *in.Qualifier == "live" {
			return &lambda.GetPolicyOutput{Policy: new(`{"Statement":[{"Effect":"Allow","Principal":"*","Action":"lambda:InvokeFunction","Resource":"` + prefix + `image:live"}]}`)}, nil
		}
		return nil, awsfake.Wrap(404, &types.ResourceNotFoundException{})
	})
	awsfake.On(&e, func(_ awsfake.Call, in *lambda.ListFunctionUrlConfigsInput) (*lambda.ListFunctionUrlConfigsOutput, error) {
		switch *in.FunctionName {
		case "gone":
			return nil, awsfake.Wrap(404, &types.ResourceNotFoundException{})
		case "image":
			all := []types.FunctionUrlConfig{
				{AuthType: types.FunctionUrlAuthTypeAwsIam, FunctionArn: new(prefix + "image")},
				{AuthType: types.FunctionUrlAuthTypeNone, FunctionArn: new(prefix + "image:live"), Cors: &types.Cors{AllowOrigins: []string{"*"}}},
			}
			page, next := awsfake.Page(all, in.Marker, 1)
			return &lambda.ListFunctionUrlConfigsOutput{FunctionUrlConfigs: page, NextMarker: next}, nil
		}
		return &lambda.ListFunctionUrlConfigsOutput{FunctionUrlConfigs: []types.FunctionUrlConfig{}}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *lambda.ListAliasesInput) (*lambda.ListAliasesOutput, error) {
		if *in.FunctionName != "image" {
			return &lambda.ListAliasesOutput{}, nil
		}
		page, next := awsfake.Page([]types.AliasConfiguration{{Name: new("live"), AliasArn: new(prefix + "image:live")}, {Name: new("next"), AliasArn: new(prefix + "image:next")}}, in.Marker, 1)
		return &lambda.ListAliasesOutput{Aliases: page, NextMarker: next}, nil
	})
	inv := awstest.Collect(t, &e, FunctionPolicy, FunctionURLs, Aliases, AliasPolicy)
	rows := map[string]*Function{}
	for _, f := range awstest.Rows(t, inv, Functions) {
		rows[f.ID] = f
	}
	if len(rows) != 3 || inv.Gone() != 1 {
		t.Fatalf("%d rows, %d gone", len(rows), inv.Gone())
	}
	plain, image, sealed := rows["plain"], rows["image"], rows["sealed"]
	if awstest.Value(t, plain.Runtime) != "nodejs22.x" || len(awstest.Value(t, plain.Subnets)) != 0 || awstest.Value(t, plain.Policy).Document != nil || len(awstest.Value(t, plain.URLs)) != 0 {
		t.Errorf("plain: %+v", plain)
	}
	if awstest.Value(t, image.Runtime) != "" || len(awstest.Value(t, image.Subnets)) != 1 {
		t.Errorf("image: %+v", image)
	}
	urls := awstest.Value(t, image.URLs)
	if len(urls) != 2 || urls[0].Qualifier != "" || urls[1].Qualifier != "live" || urls[1].AuthType != "NONE" || urls[1].Origins[0] != "*" {
		t.Errorf("urls: %+v", urls)
	}
	if env := awstest.Value(t, image.Environment); env.Variables != 2 || !slices.Equal(env.Suspects, []string{"DB_PASSWORD"}) {
		t.Errorf("environment: %+v", env)
	}
	if g, hidden := sealed.Environment.Gap(); !hidden || g.Reason != inventory.Denied {
		t.Errorf("an environment that could not be decrypted: %+v", sealed.Environment)
	}
	if _, hidden := sealed.PackageType.Gap(); !hidden {
		t.Error("an absent package type is taken for one")
	}
	var gaps inventory.Gaps
	aliases := AliasesOf.Get(inv, &gaps, "us-east-1", prefix+"image")
	if len(aliases) != 2 || len(gaps) != 0 || awstest.Value(t, aliases[0].Policy).Document == nil || awstest.Value(t, aliases[1].Policy).Document != nil {
		t.Errorf("aliases: %+v %v", aliases, gaps)
	}
	for _, f := range rows {
		if b, err := json.Marshal(f); err != nil || strings.Contains(string(b), canary) {
			t.Errorf("the row holds a variable's value: %s %v", b, err)
		}
	}
}

func TestSuspect(t *testing.T) {
	for _, c := range []struct {
		name, value string
		want        bool
	}{
		{"DB_PASSWORD", "correct horse", true},
		{"ApiKey", "k-29f", true},
		{"ANY", "AKIAABCDEFGHIJKLMNOP", true},
		{"DATABASE_URL", "postgres://shop:hunter2@db/orders", true},
		{"KEY", "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEYaa", true},
		{"DB_PASSWORD", "", false},
		{"DB_PASSWORD", "{{resolve:secretsmanager:db}}", false},
		{"DB_SECRET", "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf", false},
		{"API_TOKEN", "/shop/prod/token", false},
		{"SECRET_NAME", "db-credentials-prod", false},
		{"MAX_TOKEN", "4096", false},
		{"TOKEN_URL", "https://login.example.com/token", false},
		{"GIT_COMMIT", "da39a3ee5e6b4b0d3255bfef95601890afd80709", false},
		{"STAGE", "production", false},
	} {
		if got := suspect(c.name, c.value); got != c.want {
			t.Errorf("%s=%s: suspect %v, want %v", c.name, c.value, got, c.want)
		}
	}
}
