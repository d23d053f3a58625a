package demo_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net/url"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	ec2types "github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	iamtypes "github.com/aws/aws-sdk-go-v2/service/iam/types"
	"github.com/aws/aws-sdk-go-v2/service/lambda"
	lambdatypes "github.com/aws/aws-sdk-go-v2/service/lambda/types"
	"github.com/aws/aws-sdk-go-v2/service/resourcegroupstaggingapi"
	tagtypes "github.com/aws/aws-sdk-go-v2/service/resourcegroupstaggingapi/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/rs/zerolog"

	awschecks "demarc/checks/aws"
	"demarc/examples/demo"
	"demarc/providers/aws/awsfake"
	"demarc/providers/inventory"
	"demarc/report"
	"demarc/scanner"
)

// canaries are secrets where customers put them.
var canaries = []string{
	"AKIACANARYCANARY0001",                     // an access key id
	"wJalrXUtnFEMI/K7MDENG/bPxRfiCYcanaryKEYS", // a secret access key: 40 characters
	"canary-hunter2-in-the-environment",
	"canaryInTheSid",
	"canary-in-a-condition",
	"canary-in-an-error-message",
	"canary-token-of-a-subscription",
}

// withCanaries is the demo with secrets in functions' environments, tags, ids
// and conditions of policies, and errors.
func withCanaries() *awsfake.Estate {
	e := demo.Estate()
	policy := func(action, resource string) *string {
		return new(fmt.Sprintf(`{"Version":"2012-10-17","Id":"%s","Statement":[{"Sid":"%s","Effect":"Allow","Principal":"*","Action":"%s","Resource":"%s","Condition":{"StringEquals":{"aws:PrincipalTag/token":"%s","aws:RequestTag/key":"%s"}}}]}`,
			canaries[3], canaries[3], action, resource, canaries[4], canaries[0]))
	}
	awsfake.On(e, func(c awsfake.Call, _ *lambda.ListFunctionsInput) (*lambda.ListFunctionsOutput, error) {
		return &lambda.ListFunctionsOutput{Functions: []lambdatypes.FunctionConfiguration{{
			FunctionName: new("larkspur-thumbnails"), FunctionArn: new("arn:aws:lambda:" + c.Region + ":" + c.Account + ":function:larkspur-thumbnails"), Runtime: lambdatypes.RuntimePython312,
			Environment: &lambdatypes.EnvironmentResponse{Variables: map[string]string{"DB_PASSWORD": canaries[2], "AWS_KEY": canaries[0], "OTHER": canaries[1]}},
		}}}, nil
	})
	awsfake.On(e, func(awsfake.Call, *lambda.GetPolicyInput) (*lambda.GetPolicyOutput, error) {
		return &lambda.GetPolicyOutput{Policy: policy("lambda:InvokeFunction", "*")}, nil
	})
	awsfake.On(e, func(_ awsfake.Call, in *s3.GetBucketPolicyInput) (*s3.GetBucketPolicyOutput, error) {
		return &s3.GetBucketPolicyOutput{Policy: policy("s3:GetObject", "arn:aws:s3:::"+*in.Bucket+"/*")}, nil
	})
	awsfake.On(e, func(awsfake.Call, *sqs.GetQueueAttributesInput) (*sqs.GetQueueAttributesOutput, error) {
		return &sqs.GetQueueAttributesOutput{Attributes: map[string]string{"Policy": *policy("sqs:SendMessage", "*")}}, nil
	})
	awsfake.On(e, func(c awsfake.Call, _ *resourcegroupstaggingapi.GetResourcesInput) (*resourcegroupstaggingapi.GetResourcesOutput, error) {
		return &resourcegroupstaggingapi.GetResourcesOutput{ResourceTagMappingList: []tagtypes.ResourceTagMapping{{
			ResourceARN: new("arn:aws:lambda:" + c.Region + ":" + c.Account + ":function:larkspur-thumbnails"),
			Tags:        []tagtypes.Tag{{Key: new("note"), Value: &canaries[0]}, {Key: new("secret"), Value: &canaries[2]}, {Key: &canaries[1], Value: new("x")}},
		}}}, nil
	})
	awsfake.On(e, func(c awsfake.Call, _ *ec2.DescribeVolumesInput) (*ec2.DescribeVolumesOutput, error) {
		return &ec2.DescribeVolumesOutput{Volumes: []ec2types.Volume{{VolumeId: new("vol-1"), Encrypted: new(false), Tags: []ec2types.Tag{{Key: new("Name"), Value: &canaries[0]}, {Key: new("k"), Value: &canaries[1]}}}}}, nil
	})
	awsfake.On(e, func(awsfake.Call, *iam.GetAccountAuthorizationDetailsInput) (*iam.GetAccountAuthorizationDetailsOutput, error) {
		return &iam.GetAccountAuthorizationDetailsOutput{RoleDetailList: []iamtypes.RoleDetail{{
			RoleName: new("r"), RoleId: new("AROA1"), Arn: new("arn:aws:iam::" + demo.Shop + ":role/r"), Path: new("/"), CreateDate: &demo.Now,
			AssumeRolePolicyDocument: new(url.QueryEscape(*policy("sts:AssumeRole", "*"))),
			RolePolicyList:           []iamtypes.PolicyDetail{{PolicyName: new("p"), PolicyDocument: new(url.QueryEscape(*policy("*", "*")))}},
		}}}, nil
	})
	e.Fault(awsfake.Only("KMS ListKeys", refuseWith(canaries[5])))
	return e
}

func refuseWith(message string) awsfake.Fault {
	return func(context.Context, awsfake.Call) error { return awsfake.Error(403, "AccessDeniedException", message) }
}

// Secrets of the account are in no report, no snapshot and no log. The debug
// log alone may hold the words of an error.
func TestCanaries(t *testing.T) {
	var log, snapshot bytes.Buffer
	w, err := inventory.NewSnapshotWriter(&snapshot)
	if err != nil {
		t.Fatal(err)
	}
	s, err := scanner.Run(t.Context(), scanner.Config{
		Providers: []scanner.Provider{demo.Over(withCanaries(), quick)}, Checks: awschecks.All, Controls: awschecks.Manual, Now: demo.Now,
		Log: zerolog.New(&log), Snapshot: w,
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(&snapshot)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	outputs := map[string]string{"the snapshot": string(kept), "the log": log.String()}
	for _, name := range report.Names() {
		f, _ := report.ByName(name, report.Text{Top: 1000})
		var b bytes.Buffer
		if err := f(&b, s); err != nil {
			t.Fatal(err)
		}
		outputs[name] = b.String()
	}
	for _, g := range s.Summary().Coverage.Gaps {
		t.Logf("%s: %s", g.Kind, g.Gap)
	}
	for where, text := range outputs {
		for i, secret := range canaries {
			if strings.Contains(text, secret) && !(where == "the log" && i == 5) {
				at := strings.Index(text, secret)
				t.Errorf("%s holds %q: …%s…", where, secret, text[max(0, at-200):min(len(text), at+80)])
			}
		}
		if where != "the log" && !strings.Contains(text, "arn:aws:lambda:eu-central-1:"+demo.Shop+":function:larkspur-thumbnails") && !namesFew[where] {
			t.Errorf("%s does not know the function at all: the test looks at nothing", where)
		}
	}
}

// namesFew are the formats that do not name every resource, or, as html, hold
// them compressed.
var namesFew = map[string]bool{
	"text": true, "markdown": true, "markdown-comment": true, "openmetrics": true, "crm": true, "oscal-component": true, "html": true,
}
