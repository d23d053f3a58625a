// Command linkedops reads the symbols of a binary (go tool nm) and fails
// unless every operation of the AWS SDK that is linked is a read.
package main

import (
	"bufio"
	"fmt"
	"os"
	"regexp"
	"slices"

	"demarc/providers/aws"
)

var operation = regexp.MustCompile(`github\.com/aws/aws-sdk-go-v2/service/([a-z0-9]+)\.\(\*Client\)\.([A-Z][A-Za-z0-9]+)$`)

// serviceIDs are the SDK's names of the packages that the guard's exceptions name.
var serviceIDs = map[string]string{
	"iam": "IAM", "sts": "STS", "sso": "SSO", "ssooidc": "SSO OIDC", "signin": "Signin", "s3": "S3", "ssm": "SSM",
	"secretsmanager": "Secrets Manager", "lambda": "Lambda", "ec2": "EC2", "kms": "KMS", "sqs": "SQS",
	"apigateway": "API Gateway", "cloudwatchlogs": "CloudWatch Logs",
}

// keptBySDK are operations that a client holds by itself, without our calling
// them; the guard refuses them at run time.
var keptBySDK = map[string]string{
	"s3 CreateSession": "the S3 client's own way into directory buckets' objects",
}

func main() {
	ops := map[string][]string{}
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(make([]byte, 1<<20), 1<<20)
	for in.Scan() {
		if m := operation.FindStringSubmatch(in.Text()); m != nil && m[2] != "Options" {
			ops[m[1]] = append(ops[m[1]], m[2])
		}
	}
	total, bad := 0, 0
	for service, names := range ops {
		slices.Sort(names)
		for _, name := range slices.Compact(names) {
			total++
			id := service
			if known := serviceIDs[service]; known != "" {
				id = known
			}
			if !aws.Reads(id, name) && keptBySDK[service+" "+name] == "" {
				bad++
				fmt.Printf("%s %s is linked and is not a read\n", service, name)
			}
		}
	}
	fmt.Printf("%d operations of %d services are linked\n", total, len(ops))
	if bad > 0 || total == 0 {
		os.Exit(1)
	}
}
