package azure

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"

	"demarc/providers/inventory"
)

// A CallError is the error of a call, with its operation.
type CallError struct {
	Operation string
	Err       error
}

func (e *CallError) Error() string { return e.Operation + ": " + e.Err.Error() }
func (e *CallError) Unwrap() error { return e.Err }

// Errors of answers that did come.
var (
	// ErrTruncated ends a listing of which the service says, or shows, that it
	// is not whole.
	ErrTruncated = errors.New("the answer is truncated")
	// ErrAbsent says that a subscription is listed and not in Resource Graph:
	// the caller may not read it, or it is too new.
	ErrAbsent = errors.New("the subscription is not in Resource Graph")
	// ErrUnnamed ends a listing with a row that does not say what it is.
	ErrUnnamed = errors.New("a row without its id")
	// ErrNoList is the error of an answer that is no list and was to be one.
	ErrNoList = errors.New("the answer holds no list")
	// ErrStrayPage ends a listing whose next page is on another host.
	ErrStrayPage = errors.New("the next page is on another host")
	// ErrRepeatedToken ends a listing whose next page is the one before.
	ErrRepeatedToken = errors.New("the service repeated a page token")
)

// reasons are error codes that say more than that a call failed: those of
// Azure Resource Manager ("Common error codes") and of Microsoft Graph.
var reasons = map[string]inventory.Reason{
	"AuthorizationFailed":                                   inventory.Denied,
	"LinkedAuthorizationFailed":                             inventory.Denied,
	"Authorization_RequestDenied":                           inventory.Denied,
	"accessDenied":                                          inventory.Denied,
	"Forbidden":                                             inventory.Denied,
	"InvalidAuthenticationToken":                            inventory.Denied,
	"ExpiredAuthenticationToken":                            inventory.Denied,
	"MissingSubscriptionRegistration":                       inventory.Disabled,
	"SubscriptionNotRegistered":                             inventory.Disabled,
	"ReadOnlyDisabledSubscription":                          inventory.Disabled,
	"FeatureNotSupportedForAccount":                         inventory.Unsupported,
	"OperationNotAllowedOnKind":                             inventory.Unsupported,
	"Authentication_RequestFromNonPremiumTenantOrB2CTenant": inventory.Unlicensed,
	"Authentication_RequestFromUnsupportedUserRole":         inventory.Denied,
	"TooManyRequests":                                       inventory.Throttled,
	"RateLimiting":                                          inventory.Throttled,
}

// Classify says why a call failed: the reason, the operation and the
// permission. It takes none of the error's own text over.
func Classify(err error, permissions []string) inventory.Gap {
	g := inventory.Gap{Reason: inventory.Failed}
	if len(permissions) > 0 {
		g.Action = permissions[0]
	}
	var call *CallError
	if errors.As(err, &call) {
		g.Call = call.Operation
	}
	var refused *Refused
	var login *azidentity.AuthenticationFailedError
	var answer *azcore.ResponseError
	switch {
	case errors.As(err, &refused):
		g.Cause = "demarc's read-only guard"
	case errors.Is(err, ErrAbsent):
		g.Reason, g.Cause = inventory.Denied, "the subscription is not in Resource Graph"
	case errors.Is(err, ErrTruncated):
		g.Cause = "a truncated answer"
	case errors.Is(err, ErrUnnamed), errors.Is(err, ErrNoList):
		g.Cause = "an answer that lacks what it must hold"
	case errors.As(err, &login):
		g.Reason, g.Cause = inventory.Denied, "the login"
	case errors.As(err, &answer):
		g.Reason, g.Cause = reasonOf(answer)
	case errors.Is(err, context.DeadlineExceeded):
		g.Cause = "a time-out"
	}
	return g
}

func reasonOf(answer *azcore.ResponseError) (inventory.Reason, string) {
	if r, ok := reasons[answer.ErrorCode]; ok {
		if answer.StatusCode == http.StatusUnauthorized {
			return r, "expired credentials"
		}
		return r, ""
	}
	switch answer.StatusCode {
	case http.StatusUnauthorized:
		return inventory.Denied, "expired credentials"
	case http.StatusForbidden:
		return inventory.Denied, ""
	case http.StatusTooManyRequests:
		return inventory.Throttled, ""
	}
	return inventory.Failed, ""
}

// Code reports whether err is an answer with one of the error codes.
func Code(err error, codes ...string) bool {
	var answer *azcore.ResponseError
	if !errors.As(err, &answer) {
		return false
	}
	for _, c := range codes {
		if answer.ErrorCode == c {
			return true
		}
	}
	return false
}

// NotFound reports whether err is the answer 404.
func NotFound(err error) bool {
	var answer *azcore.ResponseError
	return errors.As(err, &answer) && answer.StatusCode == http.StatusNotFound
}

// Gone turns "no such resource" into what it says of the row that was asked about.
func Gone(err error) error {
	if Code(err, "ResourceNotFound", "ResourceGroupNotFound", "ParentResourceNotFound") {
		return fmt.Errorf("%w: %w", inventory.ErrGone, err)
	}
	return err
}
