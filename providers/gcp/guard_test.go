package gcp

import (
	"errors"
	"net/http"
	"strings"
	"testing"
)

// What is no read never leaves, whoever asks for it.
func TestGuard(t *testing.T) {
	for request, want := range map[string]bool{
		"GET https://cloudasset.googleapis.com/v1/organizations/1/assets":                                true,
		"GET https://storage.googleapis.com/storage/v1/b":                                                true,
		"POST https://cloudresourcemanager.googleapis.com/v3/folders/2:getIamPolicy":                     true,
		"GET https://secretmanager.googleapis.com/v1/projects/1/secrets/s/versions/latest:access":        false,
		"GET https://storage.googleapis.com/download/storage/v1/b/bucket/o/object":                       false,
		"GET https://apikeys.googleapis.com/v2/projects/1/locations/global/keys/k/keyString":             false,
		"GET https://storage.googleapis.com/storage/v1/b/bucket/o/object?alt=media":                      false,
		"POST https://cloudresourcemanager.googleapis.com/v3/folders/2:setIamPolicy":                     false,
		"POST https://iam.googleapis.com/v1/projects/1/serviceAccounts/a/keys":                           false,
		"POST https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/a:generateAccessToken": false,
		"PUT https://storage.googleapis.com/storage/v1/b/bucket":                                         false,
		"PATCH https://storage.googleapis.com/storage/v1/b/bucket":                                       false,
		"DELETE https://storage.googleapis.com/storage/v1/b/bucket":                                      false,
		"POST https://cloudkms.googleapis.com/v1/projects/1/locations/l/keyRings/r/cryptoKeys/k:decrypt": false,
	} {
		method, address, _ := strings.Cut(request, " ")
		sent := false
		root := NewRoot("organizations/1", "test", transportFunc(func(*http.Request) (*http.Response, error) {
			sent = true
			return nil, errors.New("sent")
		}), Settings{MaxAttempts: 1})
		req, err := http.NewRequestWithContext(t.Context(), method, address, nil)
		if err != nil {
			t.Fatal(err)
		}
		resp, err := root.client.Do(req)
		if resp != nil {
			resp.Body.Close()
		}
		var refused *Refused
		if sent != want || errors.As(err, &refused) == want {
			t.Errorf("%s: sent is %v, the error %v", request, sent, err)
		}
	}
}

type transportFunc func(*http.Request) (*http.Response, error)

// RoundTrip implements http.RoundTripper.
func (f transportFunc) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }
