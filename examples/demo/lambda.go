package demo

import (
	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/lambda/types"

	"demarc/providers/aws/awsfake"
)

// A function of the company; without a runtime it is a container image.
type function struct {
	name    string
	runtime types.Runtime
	subnets []string
	env     map[string]string
	key     string // the ARN of the customer's key
	policy  string // one statement
	urls    []types.FunctionUrlConfig
	aliases map[string]string // their names and their policies
}

func functionARN(p place, name string) string {
	return "arn:aws:lambda:" + p.region + ":" + p.account + ":function:" + name
}

var functions = map[place][]function{
	{Shop, frankfurt}: {
		{
			name: "larkspur-checkout", runtime: types.RuntimeNodejs24x, subnets: []string{"subnet-0shopa000000001", "subnet-0shopb000000001"},
			env: map[string]string{"STAGE": "production"}, key: "arn:aws:kms:eu-central-1:111122223333:key/0a11c0de-0001-4000-8000-000000000001",
			policy: allowed(`{"Service":"apigateway.amazonaws.com"}`, "lambda:InvokeFunction", "arn:aws:lambda:eu-central-1:111122223333:function:larkspur-checkout", `{"ArnLike":{"AWS:SourceArn":"arn:aws:execute-api:eu-central-1:111122223333:shop/*"}}`),
		},
		{
			name: "larkspur-order-mailer", runtime: types.RuntimePython39, env: map[string]string{"SENDER": "orders@larkspur.example", "SMTP_SECRET_ARN": "arn:aws:secretsmanager:eu-central-1:111122223333:secret:larkspur/shop/smtp-AbCdEf"},
			policy: allowed(`{"Service":"sns.amazonaws.com"}`, "lambda:InvokeFunction", "arn:aws:lambda:eu-central-1:111122223333:function:larkspur-order-mailer", `{"ArnLike":{"AWS:SourceArn":"arn:aws:sns:eu-central-1:111122223333:larkspur-orders"}}`),
		},
		{
			name:   "larkspur-thumbnails",
			policy: allowed(`{"Service":"s3.amazonaws.com"}`, "lambda:InvokeFunction", "arn:aws:lambda:eu-central-1:111122223333:function:larkspur-thumbnails", ""),
		},
		{
			name: "larkspur-supplier-hook", runtime: types.RuntimePython313,
			urls:    []types.FunctionUrlConfig{{AuthType: types.FunctionUrlAuthTypeAwsIam, FunctionArn: new("arn:aws:lambda:eu-central-1:111122223333:function:larkspur-supplier-hook:live")}},
			aliases: map[string]string{"live": allowed(`{"AWS":"`+partner+`"}`, "lambda:InvokeFunctionUrl", "arn:aws:lambda:eu-central-1:111122223333:function:larkspur-supplier-hook:live", "")},
		},
	},
	{Shop, virginia}: {
		{name: "larkspur-edge-headers", runtime: types.RuntimeNodejs18x},
	},
	{Lab, virginia}: {
		{
			name: "larkspur-lab-predict", runtime: types.RuntimePython314, env: map[string]string{"STAGE": "lab", "MODEL_API_KEY": "not-a-real-one"},
			policy: allowed(`"*"`, "lambda:InvokeFunctionUrl", "arn:aws:lambda:us-east-1:444455556666:function:larkspur-lab-predict", `{"StringEquals":{"lambda:FunctionUrlAuthType":"NONE"}}`),
			urls:   []types.FunctionUrlConfig{{AuthType: types.FunctionUrlAuthTypeNone, FunctionArn: new("arn:aws:lambda:us-east-1:444455556666:function:larkspur-lab-predict"), Cors: &types.Cors{AllowOrigins: []string{"*"}}}},
		},
		{name: "larkspur-lab-train", runtime: types.RuntimePython312, subnets: []string{"subnet-0laba0000000001"}, policy: allowed(`{"Service":"events.amazonaws.com"}`, "lambda:InvokeFunction", "arn:aws:lambda:us-east-1:444455556666:function:larkspur-lab-train", "")},
	},
}

func (f function) configuration(p place) types.FunctionConfiguration {
	c := types.FunctionConfiguration{
		FunctionName: &f.name, FunctionArn: new(functionARN(p, f.name)), Version: new("$LATEST"),
		PackageType: types.PackageTypeZip, Runtime: f.runtime,
	}
	if f.runtime == "" {
		c.PackageType = types.PackageTypeImage
	}
	if len(f.subnets) > 0 {
		c.VpcConfig = &types.VpcConfigResponse{SubnetIds: f.subnets}
	}
	if f.key != "" {
		c.KMSKeyArn = &f.key
	}
	if len(f.env) > 0 {
		c.Environment = &types.EnvironmentResponse{Variables: f.env}
	}
	return c
}

// findFunction finds a function by its name or its ARN.
func findFunction(c awsfake.Call, name *string) (function, error) {
	for _, f := range functions[at(c)] {
		if *name == f.name || *name == functionARN(at(c), f.name) {
			return f, nil
		}
	}
	return function{}, awsfake.Wrap(404, &types.ResourceNotFoundException{})
}

func lambdaAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, in *lambda.ListFunctionsInput) (*lambda.ListFunctionsOutput, error) {
		page, next := awsfake.Page(functions[at(c)], in.Marker, 2)
		out := &lambda.ListFunctionsOutput{NextMarker: next}
		for _, f := range page {
			out.Functions = append(out.Functions, f.configuration(at(c)))
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *lambda.GetPolicyInput) (*lambda.GetPolicyOutput, error) {
		f, err := findFunction(c, in.FunctionName)
		policy := f.policy
		if in.Qualifier != nil {
			policy = f.aliases[*in.Qualifier]
		}
		if err == nil && policy == "" {
			err = awsfake.Wrap(404, &types.ResourceNotFoundException{})
		}
		return &lambda.GetPolicyOutput{Policy: new(policyOf(policy))}, err
	})
	awsfake.On(e, func(c awsfake.Call, in *lambda.ListFunctionUrlConfigsInput) (*lambda.ListFunctionUrlConfigsOutput, error) {
		f, err := findFunction(c, in.FunctionName)
		return &lambda.ListFunctionUrlConfigsOutput{FunctionUrlConfigs: append([]types.FunctionUrlConfig{}, f.urls...)}, err
	})
	awsfake.On(e, func(c awsfake.Call, in *lambda.ListAliasesInput) (*lambda.ListAliasesOutput, error) {
		f, err := findFunction(c, in.FunctionName)
		out := &lambda.ListAliasesOutput{}
		for name := range f.aliases {
			out.Aliases = append(out.Aliases, types.AliasConfiguration{Name: &name, AliasArn: new(functionARN(at(c), f.name) + ":" + name), FunctionVersion: new("1")})
		}
		return out, err
	})
}
