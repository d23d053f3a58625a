package aws_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/smithy-go"

	"demarc/providers/aws"
	"demarc/providers/aws/awsfake"
	"demarc/providers/inventory"
)

func TestClassify(t *testing.T) {
	op := func(err error) error {
		return &smithy.OperationError{ServiceID: "S3", OperationName: "GetBucketPolicy", Err: err}
	}
	actions := []string{"s3:ListAllMyBuckets", "s3:GetBucketPolicy"}
	for _, tc := range []struct {
		name string
		err  error
		want inventory.Gap
	}{
		{"identity policy", op(awsfake.Error(403, "AccessDenied", "User: arn:aws:iam::1:user/a is not authorized to perform: s3:GetBucketPolicy on resource: x because no identity-based policy allows the s3:GetBucketPolicy action")),
			inventory.Gap{Reason: inventory.Denied, Call: "S3 GetBucketPolicy", Action: "s3:GetBucketPolicy", Cause: "identity-based policy"}},
		{"service control policy", op(awsfake.Error(403, "AccessDeniedException", "… with an explicit deny in a service control policy")),
			inventory.Gap{Reason: inventory.Denied, Call: "S3 GetBucketPolicy", Action: "s3:GetBucketPolicy", Cause: "service control policy"}},
		{"another action", op(awsfake.Error(403, "AccessDenied", "is not authorized to perform: kms:Decrypt with an explicit deny in a resource-based policy")),
			inventory.Gap{Reason: inventory.Denied, Call: "S3 GetBucketPolicy", Action: "kms:Decrypt", Cause: "resource-based policy"}},
		{"throttled", op(awsfake.Error(503, "SlowDown", "")), inventory.Gap{Reason: inventory.Throttled, Call: "S3 GetBucketPolicy", Action: "s3:GetBucketPolicy"}},
		{"expired", op(awsfake.Error(400, "ExpiredToken", "token AQoDYXdzEJr")), inventory.Gap{Reason: inventory.Denied, Call: "S3 GetBucketPolicy", Action: "s3:GetBucketPolicy", Cause: "expired credentials"}},
		{"region off", op(awsfake.Error(403, "InvalidClientTokenId", "")), inventory.Gap{Reason: inventory.Disabled, Call: "S3 GetBucketPolicy", Action: "s3:GetBucketPolicy"}},
		{"server error", op(awsfake.Error(500, "InternalError", "request 123")), inventory.Gap{Reason: inventory.Failed, Call: "S3 GetBucketPolicy", Action: "s3:GetBucketPolicy"}},
		{"time-out", op(context.DeadlineExceeded), inventory.Gap{Reason: inventory.Failed, Call: "S3 GetBucketPolicy", Action: "s3:GetBucketPolicy", Cause: "a time-out"}},
		{"no such host", op(&net.OpError{Op: "dial", Err: &net.DNSError{Err: "no such host", Name: "x", IsNotFound: true}}), inventory.Gap{Reason: inventory.Failed, Call: "S3 GetBucketPolicy", Action: "s3:GetBucketPolicy", Cause: "a host name that does not exist: the service may not be offered there"}},
		{"guard", op(&aws.Refused{Service: "S3", Operation: "DeleteBucket"}), inventory.Gap{Reason: inventory.Failed, Call: "S3 GetBucketPolicy", Action: "s3:GetBucketPolicy", Cause: "demarc's read-only guard"}},
		{"no operation", errors.New("odd"), inventory.Gap{Reason: inventory.Failed}},
	} {
		if got := aws.Classify(fmt.Errorf("wrapped: %w", tc.err), actions); got != tc.want {
			t.Errorf("%s: got %+v, want %+v", tc.name, got, tc.want)
		}
	}
}

// A write does not even reach the double.
func TestGuardRefusesWrites(t *testing.T) {
	var e awsfake.Estate
	e.Fault(func(_ context.Context, c awsfake.Call) error {
		t.Errorf("%s %s was sent", c.Service, c.Operation)
		return nil
	})
	sess := aws.NewSession(e.Config("111122223333", "us-east-1"), "111122223333", "aws", aws.Tuning{})
	c := s3.NewFromConfig(aws.Config(inventory.Scope{Account: "111122223333", Session: sess}, "s3"))
	_, err := c.DeleteBucket(t.Context(), &s3.DeleteBucketInput{Bucket: new("b")})
	var refused *aws.Refused
	if !errors.As(err, &refused) || refused.Operation != "DeleteBucket" {
		t.Errorf("got %v, want a refusal", err)
	}
	if _, err = c.GetObject(t.Context(), &s3.GetObjectInput{Bucket: new("b"), Key: new("k")}); !errors.As(err, &refused) {
		t.Errorf("got %v: reading the customer's data is not refused", err)
	}
}

func TestReads(t *testing.T) {
	for op, want := range map[[2]string]bool{
		{"EC2", "DescribeInstances"}: true, {"S3", "ListBuckets"}: true, {"S3", "HeadBucket"}: true, {"IAM", "GenerateCredentialReport"}: true,
		{"STS", "AssumeRole"}: true, {"IAM", "CreateUser"}: false, {"EC2", "RunInstances"}: false, {"SSM", "GetParameter"}: false,
		{"Secrets Manager", "GetSecretValue"}: false, {"EC2", "GetPasswordData"}: false, {"Lambda", "Invoke"}: false, {"SQS", "ReceiveMessage"}: false,
	} {
		if got := aws.Reads(op[0], op[1]); got != want {
			t.Errorf("%s %s: got %v", op[0], op[1], got)
		}
	}
}

// A service that repeats a page token would be listed for ever, or cut short.
func TestPagesRepeatedToken(t *testing.T) {
	n := 0
	call := func(context.Context, *int, ...func(*struct{})) (*string, error) { n++; return new("again"), nil }
	var last error
	for _, err := range aws.Pages(t.Context(), call, new(int), func(s *string) *string { return s }, func(*int, *string) {}) {
		last = err
	}
	if !errors.Is(last, aws.ErrRepeatedToken) || n > 3 {
		t.Errorf("got %v after %d calls", last, n)
	}
}

func TestScrub(t *testing.T) {
	for _, tc := range []struct {
		key, value string
		secret     bool
	}{
		{"team", "web", false}, {"Name", "i-0123456789abcdef0", false}, {"arn", "arn:aws:iam::111122223333:role/x", false},
		{"sha", "da39a3ee5e6b4b0d3255bfef95601890afd80709", true}, // 40 characters of the alphabet of secret keys
		{"note", "AKIAIOSFODNN7EXAMPLE", true}, {"note", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", true},
		{"db-password", "x", true}, {"ApiToken", "y", true}, {"url", "https://user:pass@example.com", true}, {"empty-secret", "", false},
		{"jwt", "eyJhbGciOiJIUzI1NiJ9.e30.x", true}, {"pem", "-----BEGIN RSA PRIVATE KEY-----", true},
	} {
		if got := inventory.Scrub(tc.key, tc.value) != tc.value; got != tc.secret {
			t.Errorf("%s=%s: taken for a secret: %v", tc.key, tc.value, got)
		}
	}
}
