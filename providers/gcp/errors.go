package gcp

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"google.golang.org/api/googleapi"

	"demarc/providers/inventory"
)

// A CallError is the error of a call, with its operation.
type CallError struct {
	Operation string
	Err       error
}

func (e *CallError) Error() string { return e.Operation + ": " + e.Err.Error() }
func (e *CallError) Unwrap() error { return e.Err }

// ErrRepeatedToken ends a listing whose service gives the same page token again.
var ErrRepeatedToken = errors.New("the service repeated a page token")

// Classify says why a call failed: the reason, the operation, the permission,
// and for an API that is switched off which one it is. It takes none of the
// error's own text over.
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
	status, reason, service := details(err)
	switch {
	case errors.As(err, &refused):
		g.Cause = "demarc's read-only guard"
	case reason == "SERVICE_DISABLED" || reason == "accessNotConfigured":
		g.Reason, g.Cause = inventory.Disabled, "the API is switched off"
		if service != "" {
			g.Cause = "the API " + service + " is switched off"
		}
	case status == http.StatusUnauthorized:
		g.Reason, g.Cause = inventory.Denied, "expired credentials"
	case status == http.StatusForbidden:
		g.Reason = inventory.Denied
	case status == http.StatusTooManyRequests:
		g.Reason = inventory.Throttled
	case errors.Is(err, context.DeadlineExceeded):
		g.Cause = "a time-out"
	}
	return g
}

// details reads the HTTP status, the machine-readable reason and the service
// that an error names (AIP-193, "Errors", google.rpc.ErrorInfo).
func details(err error) (status int, reason, service string) {
	var answer *googleapi.Error
	if !errors.As(err, &answer) {
		return 0, "", ""
	}
	for _, e := range answer.Errors {
		reason = e.Reason
	}
	var body struct {
		Error struct {
			Details []struct {
				Reason   string            `json:"reason"`
				Metadata map[string]string `json:"metadata"`
			} `json:"details"`
		} `json:"error"`
	}
	_ = json.Unmarshal([]byte(answer.Body), &body) // an answer of another form has no details
	for _, d := range body.Error.Details {
		if d.Reason != "" {
			reason, service = d.Reason, d.Metadata["service"]
		}
	}
	return answer.Code, reason, service
}

// NotFound reports whether err is the answer 404.
func NotFound(err error) bool {
	status, _, _ := details(err)
	return status == http.StatusNotFound
}
