package lambda

import (
	"regexp"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/lambda/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// environment reads what may be told of a function's variables. A function
// that has none answers without an environment. "If the operation succeeds, the
// response contains the environment variables. If it fails, the response
// contains details about the error" (API reference, "EnvironmentResponse"), as
// where the caller may not decrypt them.
func environment(e *types.EnvironmentResponse) inventory.Known[Environment] {
	switch {
	case e == nil:
		return inventory.Of(Environment{})
	case e.Error != nil && strings.HasPrefix(aws.Deref(e.Error.ErrorCode), "AccessDenied"):
		return inventory.Missing[Environment](inventory.Gap{
			Reason: inventory.Denied, Call: listFunctions, Cause: "the key that encrypts them", Where: "the function's environment variables",
		})
	case e.Error != nil:
		return inventory.Unanswered[Environment](listFunctions, "the function's environment")
	case e.Variables == nil:
		return inventory.Unanswered[Environment](listFunctions, "Environment.Variables")
	}
	out := Environment{Variables: len(e.Variables)}
	for name, value := range e.Variables {
		if suspect(name, value) {
			out.Suspects = append(out.Suspects, inventory.Scrub("", name))
		}
	}
	slices.Sort(out.Suspects)
	return inventory.Of(out)
}

var (
	// A name whose last word is one of these holds the credential itself;
	// SECRET_ARN or TOKEN_URL say where one is to be found.
	credentialName = regexp.MustCompile(`(?i)(^|[_a-z0-9])(password|passwd|pwd|passphrase|secret|token|api_?key|private_?key|access_?key|auth_?key|encryption_?key|credentials?)$`)
	// What stands for a value without being one: a number, a switch, an ARN,
	// an address, a path or a name with slashes, a template's placeholder.
	reference = regexp.MustCompile(`(?i)^(\d*|true|false|yes|no|none|null|enabled|disabled|arn:.*|[a-z][a-z0-9+.-]*://[^@]*|[a-z0-9_.-]*/[a-z0-9_./-]*|\{\{.*\}\}|\$\{.*\}|<.*>)$`)
	digest    = regexp.MustCompile(`\b[0-9a-f]{40}\b`) // of a commit, which has the length of a secret key
)

// suspect reports whether a variable holds what looks like a secret: by the
// shape of its value, or by a name that says so with a value that is no
// reference to something kept elsewhere.
func suspect(name, value string) bool {
	if inventory.SecretLike(digest.ReplaceAllString(value, "")) {
		return true
	}
	return credentialName.MatchString(name) && !reference.MatchString(strings.TrimSpace(value))
}
