package cloudwatch

import "maps"

// A sample is an event as CloudTrail writes it, made up to try filters on.
type sample struct {
	name   string // what evidence calls it
	source string // the service that logs it
	event  map[string]any
}

// record is a successful call in the form of the CloudTrail User Guide,
// "CloudTrail record contents", with some of its fields replaced.
func record(source, name, region string, identity map[string]any, fields map[string]any) map[string]any {
	e := map[string]any{
		"eventVersion": "1.11", "eventTime": "2026-11-24T09:00:00Z", "eventID": "5b2c1d7e-1111-4222-8333-944455556666", "requestID": "0d1e2f30-1111-4222-8333-944455556666",
		"eventSource": source, "eventName": name, "awsRegion": region, "eventType": "AwsApiCall", "eventCategory": "Management",
		"managementEvent": true, "readOnly": false, "recipientAccountId": "111122223333",
		"sourceIPAddress": "198.51.100.7", "userAgent": "aws-cli/2.31.0", "userIdentity": identity,
		"requestParameters": map[string]any{"name": "example"}, "responseElements": map[string]any{"return": true},
	}
	maps.Copy(e, fields)
	return e
}

// The callers.
var (
	user = map[string]any{"type": "IAMUser", "principalId": "AIDAEXAMPLE", "arn": "arn:aws:iam::111122223333:user/alice", "accountId": "111122223333", "userName": "alice"}
	role = map[string]any{"type": "AssumedRole", "principalId": "AROAEXAMPLE:bob", "arn": "arn:aws:sts::111122223333:assumed-role/developer/bob", "accountId": "111122223333",
		"sessionContext": map[string]any{
			"sessionIssuer": map[string]any{"type": "Role", "arn": "arn:aws:iam::111122223333:role/developer", "accountId": "111122223333", "userName": "developer"},
			"attributes":    map[string]any{"mfaAuthenticated": "false"},
		}}
	root = map[string]any{"type": "Root", "principalId": "111122223333", "arn": "arn:aws:iam::111122223333:root", "accountId": "111122223333"}
)

// ordinary is an event that happens all day; a filter that matches it matches
// too much to tell of anything.
var ordinary = record("ec2.amazonaws.com", "DescribeInstances", "us-east-1", role, map[string]any{"readOnly": true})

// Services whose events carry the region us-east-1, wherever they are called.
var global = map[string]bool{"iam.amazonaws.com": true, "organizations.amazonaws.com": true}

// calls are samples of calls of a service: by a user and by a role, in one
// region and in another.
func calls(source string, names ...string) (all []sample) {
	for _, name := range names {
		for _, who := range []map[string]any{user, role} {
			for _, region := range []string{"us-east-1", "eu-central-1"} {
				if region == "us-east-1" || !global[source] {
					all = append(all, sample{name, source, record(source, name, region, who, nil)})
				}
			}
		}
	}
	return all
}

// refused are samples of calls that were not allowed.
func refused() []sample {
	one := func(source, name, code string, who map[string]any) sample {
		return sample{code, source, record(source, name, "eu-central-1", who, map[string]any{"errorCode": code, "errorMessage": "not authorized to perform the operation", "responseElements": nil})}
	}
	return []sample{
		one("ec2.amazonaws.com", "RunInstances", "Client.UnauthorizedOperation", user),
		one("ec2.amazonaws.com", "RunInstances", "Client.UnauthorizedOperation", role),
		one("iam.amazonaws.com", "CreateUser", "AccessDenied", user),
		one("iam.amazonaws.com", "CreateUser", "AccessDenied", role),
		one("kms.amazonaws.com", "Decrypt", "AccessDeniedException", role),
	}
}

// signIn is a sign-in to the console.
func signIn(name string, who map[string]any, result string, fields map[string]any) sample {
	e := record("signin.amazonaws.com", "ConsoleLogin", "us-east-1", who, map[string]any{
		"eventType": "AwsConsoleSignIn", "requestParameters": nil, "responseElements": map[string]any{"ConsoleLogin": result},
		"additionalEventData": map[string]any{"LoginTo": "https://console.aws.amazon.com/console/home", "MobileVersion": "No", "MFAUsed": "No"},
	})
	maps.Copy(e, fields)
	return sample{name, "signin.amazonaws.com", e}
}
