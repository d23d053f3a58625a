package aws

import (
	"context"
	"errors"
	"net"
	"regexp"
	"slices"
	"strings"

	"github.com/aws/smithy-go"

	"demarc/providers/inventory"
)

// ErrRepeatedToken ends a listing whose service gives the same page token
// again: going on would never end, stopping would lose rows without a word.
var ErrRepeatedToken = errors.New("the service repeated a page token")

// ErrBroken is returned by collectors for an answer that lacks what it must hold.
var ErrBroken = errors.New("the answer lacks what it must hold")

// reasons are the error codes that say more than that a call failed. They are
// the "Common Errors" of the services' API references, and for regions and
// subscriptions the codes that EC2, IAM and the service endpoints document.
var reasons = map[string]inventory.Reason{
	"AccessDenied":                   inventory.Denied,
	"AccessDeniedException":          inventory.Denied,
	"AccessDeniedFault":              inventory.Denied,
	"AllAccessDisabled":              inventory.Denied,
	"AuthorizationError":             inventory.Denied,
	"AuthorizationErrorException":    inventory.Denied,
	"UnauthorizedOperation":          inventory.Denied,
	"UnauthorizedException":          inventory.Denied,
	"NotAuthorized":                  inventory.Denied,
	"Forbidden":                      inventory.Denied,
	"KMSAccessDeniedException":       inventory.Denied,
	"KMS.AccessDeniedException":      inventory.Denied,
	"ExpiredToken":                   inventory.Denied,
	"ExpiredTokenException":          inventory.Denied,
	"RequestExpired":                 inventory.Denied,
	"InvalidClientTokenId":           inventory.Disabled, // what an opt-in region that is off answers
	"UnrecognizedClientException":    inventory.Disabled,
	"AuthFailure":                    inventory.Denied,
	"OptInRequired":                  inventory.Disabled,
	"SubscriptionRequiredException":  inventory.Disabled,
	"UnsupportedOperation":           inventory.Unsupported,
	"UnsupportedOperationException":  inventory.Unsupported,
	"UnknownOperationException":      inventory.Unsupported,
	"InvalidAction":                  inventory.Unsupported,
	"Throttling":                     inventory.Throttled,
	"ThrottlingException":            inventory.Throttled,
	"ThrottledException":             inventory.Throttled,
	"RequestLimitExceeded":           inventory.Throttled,
	"RequestThrottled":               inventory.Throttled,
	"RequestThrottledException":      inventory.Throttled,
	"TooManyRequestsException":       inventory.Throttled,
	"BandwidthLimitExceeded":         inventory.Throttled,
	"SlowDown":                       inventory.Throttled,
	"PriorRequestNotComplete":        inventory.Throttled,
	"EC2ThrottledException":          inventory.Throttled,
	"LimitExceededException":         inventory.Throttled,
	"ProvisionedThroughputExceeded":  inventory.Throttled,
	"TransactionInProgressException": inventory.Throttled,
}

// Classify says why a call failed: the reason, the operation, the permission
// among those declared, and the kind of policy that refused it. It takes none
// of the error's own text over.
func Classify(err error, permissions []string) inventory.Gap {
	g := inventory.Gap{Reason: inventory.Failed}
	var op *smithy.OperationError
	if errors.As(err, &op) {
		g.Call = op.Service() + " " + op.Operation()
		g.Action = permission(op.Operation(), permissions)
	}
	var blocked *Refused
	if errors.As(err, &blocked) {
		g.Cause = "demarc's read-only guard"
		return g
	}
	var api smithy.APIError
	if !errors.As(err, &api) {
		var dns *net.DNSError
		switch {
		case errors.Is(err, context.DeadlineExceeded):
			g.Cause = "a time-out"
		case errors.As(err, &dns) && dns.IsNotFound:
			g.Cause = "a host name that does not exist: the service may not be offered there"
		}
		return g
	}
	if r, ok := reasons[api.ErrorCode()]; ok {
		g.Reason = r
	}
	switch api.ErrorCode() {
	case "ExpiredToken", "ExpiredTokenException", "RequestExpired":
		g.Cause = "expired credentials"
	}
	if g.Reason == inventory.Denied {
		g.Action = refusedAction(api.ErrorMessage(), permissions, g.Action)
		if g.Cause == "" {
			g.Cause = refusedBy(api.ErrorMessage())
		}
		if g.Cause == "" && strings.HasPrefix(g.Call, "KMS ") {
			g.Cause = "the key's policy, as a rule" // it must let the account's IAM policies count at all
		}
	}
	return g
}

// permission is the declared permission that belongs to an operation: the one
// of its name, else the first.
func permission(operation string, permissions []string) string {
	for _, p := range permissions {
		if _, name, ok := strings.Cut(p, ":"); ok && strings.EqualFold(name, operation) {
			return p
		}
	}
	if len(permissions) > 0 {
		return permissions[0]
	}
	return ""
}

var performs = regexp.MustCompile(`not authorized to perform:? ([a-z0-9-]+:[A-Za-z0-9]+)`)

// refusedAction is the permission that the message names, where it is one that
// an action can be called; else the one that the caller worked out.
func refusedAction(message string, permissions []string, otherwise string) string {
	m := performs.FindStringSubmatch(message)
	if m == nil {
		return otherwise
	}
	if i := slices.IndexFunc(permissions, func(p string) bool { return strings.EqualFold(p, m[1]) }); i >= 0 {
		return permissions[i]
	}
	return m[1]
}

// refusedBy reads the kind of policy off the sentence that AWS adds to
// access-denied messages (IAM User Guide, "Troubleshoot access denied error
// messages").
func refusedBy(message string) string {
	for _, kind := range []string{
		"service control policy", "resource control policy", "permissions boundary", "session policy",
		"VPC endpoint policy", "resource-based policy", "identity-based policy",
	} {
		if strings.Contains(message, kind) {
			return kind
		}
	}
	return ""
}

// Code reports whether err is the service's answer code, one of several:
// services say "there is none" by way of an error.
func Code(err error, codes ...string) bool {
	var api smithy.APIError
	return errors.As(err, &api) && slices.Contains(codes, api.ErrorCode())
}
