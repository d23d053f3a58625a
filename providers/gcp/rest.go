package gcp

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"google.golang.org/api/googleapi"

	"demarc/providers/inventory"
)

// Get reads one object of a service's REST API by its whole address.
func Get[T any](ctx context.Context, s inventory.Scope, address string) (out T, err error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return out, err
	}
	return do[T](s, req)
}

// Policy reads the IAM policy of what is at an address, with its conditions.
func Policy[T any](ctx context.Context, s inventory.Scope, address string) (out T, err error) {
	const body = `{"options":{"requestedPolicyVersion":3}}`
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, address+":getIamPolicy", strings.NewReader(body))
	if err != nil {
		return out, err
	}
	req.Header.Set("Content-Type", "application/json")
	return do[T](s, req)
}

func do[T any](s inventory.Scope, req *http.Request) (out T, err error) {
	op := OperationOf(req)
	resp, err := From(s).client.Do(req)
	if err != nil {
		return out, &CallError{op, err}
	}
	defer resp.Body.Close()
	if err := googleapi.CheckResponse(resp); err != nil {
		return out, &CallError{op, err}
	}
	if err := json.NewDecoder(resp.Body).Decode(&out); err != nil {
		return out, &CallError{op, err}
	}
	return out, nil
}

// GetAll reads all pages of a list; rows takes them out of a page.
func GetAll[P, T any](ctx context.Context, s inventory.Scope, address string, rows func(P) (page []T, next string)) (all []T, err error) {
	base, err := url.Parse(address)
	if err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	for token := ""; ; {
		u := *base
		if token != "" {
			q := u.Query()
			q.Set("pageToken", token)
			u.RawQuery = q.Encode()
		}
		p, err := Get[P](ctx, s, u.String())
		if err != nil {
			return all, err
		}
		page, next := rows(p)
		all = append(all, page...)
		if next == "" {
			return all, nil
		}
		if seen[next] {
			return all, ErrRepeatedToken
		}
		seen[next] = true
		token = next
	}
}

// Days reads a number of seconds, which JSON has as a string, as whole days.
func Days(seconds *string, call, what string) inventory.Known[int] {
	if seconds == nil {
		return inventory.Unanswered[int](call, what)
	}
	n, err := strconv.ParseInt(*seconds, 10, 64)
	if err != nil {
		return inventory.Unanswered[int](call, what)
	}
	return inventory.Of(int(n / 86_400))
}
