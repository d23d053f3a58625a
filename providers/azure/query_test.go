package azure

import "testing"

// The token of a login is for the host that was asked, and no other.
func TestSameHost(t *testing.T) {
	const first = "https://management.azure.com/subscriptions?api-version=2022-12-01"
	for next, want := range map[string]bool{
		"https://management.azure.com/subscriptions?$skiptoken=x": true,
		"https://elsewhere.example/subscriptions":                 false,
		"http://management.azure.com/subscriptions":               false,
		"::": false,
	} {
		if got := sameHost(first, next); got != want {
			t.Errorf("%s: got %v", next, got)
		}
	}
}
