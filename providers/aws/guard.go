package aws

import (
	"context"
	"fmt"
	"strings"

	awsmw "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/smithy-go/middleware"
)

// Refused is the error of a call that the read-only guard did not let out.
type Refused struct{ Service, Operation string }

func (r *Refused) Error() string {
	return fmt.Sprintf("%s %s is not a read: demarc does not send it", r.Service, r.Operation)
}

// readingVerbs are the words that names of reading operations begin with.
var readingVerbs = []string{"Describe", "List", "Get", "Head", "Lookup", "Search", "BatchGet", "Check"}

// exceptions are the operations without a reading verb that demarc sends, each
// with the reason.
var exceptions = map[string]string{
	"IAM GenerateCredentialReport":        "asks IAM to prepare its report on credentials; it changes nothing of the account's",
	"STS AssumeRole":                      "exchanges credentials for those of the role that the user named",
	"STS AssumeRoleWithWebIdentity":       "exchanges a workload's token for credentials",
	"STS AssumeRoleWithSAML":              "exchanges a SAML assertion for credentials",
	"SSO OIDC CreateToken":                "renews the user's single sign-on token",
	"Signin CreateOAuth2Token":            "renews the user's console sign-in token",
	"SSO GetRoleCredentials":              "exchanges a single sign-on token for credentials",
	"API Gateway GetExport":               "", // reads, but returns whole definitions: not sent
	"Secrets Manager GetSecretValue":      "", // would read secrets
	"SSM GetParameter":                    "", // would read secrets
	"SSM GetParameters":                   "",
	"SSM GetParametersByPath":             "",
	"S3 GetObject":                        "", // would read the customer's data
	"Lambda GetFunction":                  "", // returns a link to the code
	"KMS GetParametersForImport":          "",
	"EC2 GetPasswordData":                 "",
	"EC2 GetConsoleOutput":                "",
	"EC2 GetConsoleScreenshot":            "",
	"CloudWatch Logs GetLogEvents":        "",
	"SQS ReceiveMessage":                  "",
	"STS GetSessionToken":                 "",
	"STS GetFederationToken":              "",
	"IAM GetAccessKeyInfo":                "",
	"Secrets Manager BatchGetSecretValue": "",
}

// Reads reports whether an operation may be sent: its name begins with a
// reading verb and it does not hand out secrets or the customer's data, or it
// is a named exception.
func Reads(service, operation string) bool {
	if why, named := exceptions[service+" "+operation]; named {
		return why != ""
	}
	for _, v := range readingVerbs {
		if strings.HasPrefix(operation, v) {
			return true
		}
	}
	return false
}

// guard is the middleware that refuses every call that is not a read, before
// anything is signed or sent.
func guard(s *middleware.Stack) error {
	return s.Initialize.Add(middleware.InitializeMiddlewareFunc("demarcReadOnly",
		func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
			service, operation := awsmw.GetServiceID(ctx), middleware.GetOperationName(ctx)
			if !Reads(service, operation) {
				return middleware.InitializeOutput{}, middleware.Metadata{}, &Refused{service, operation}
			}
			return next.HandleInitialize(ctx, in)
		}), middleware.After)
}
