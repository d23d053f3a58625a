// Package scanner runs checks over the accounts that a provider can see: it
// plans, collects, evaluates and sums up. It knows no cloud and no format.
package scanner

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"demarc/checks"
	"demarc/providers/inventory"
)

// A Finding is one check's Result for one resource, in the form that is
// published: its JSON is described by docs/scan.schema.json.
type Finding struct {
	ID           string          `json:"id"` // the fingerprint: the same in every scan
	Check        string          `json:"check"`
	Aliases      []string        `json:"aliases"`
	Status       checks.Verdict  `json:"status"`
	Severity     checks.Severity `json:"severity"`
	Area         checks.Area     `json:"area"`
	ServiceModel inventory.Model `json:"serviceModel"`
	Owner        checks.Owner    `json:"owner"`
	Provider     string          `json:"provider"`
	Account      string          `json:"account"`
	AccountName  string          `json:"accountName,omitempty"`
	Region       string          `json:"region"`
	Resource     Resource        `json:"resource"`
	Message      string          `json:"message"`
	Evidence     map[string]any  `json:"evidence"`
	Gaps         []inventory.Gap `json:"gaps"`
	Risk         Risk            `json:"risk"`
	Suppression  *Suppression    `json:"suppression"`
	Attestation  *Attestation    `json:"attestation"`
	Stale        bool            `json:"stale,omitempty"` // it failed before, and this time it could not be read
}

// A Resource is what a finding is about.
type Resource struct {
	ID      string            `json:"id"`     // the provider's short id or name
	FullID  string            `json:"fullId"` // unique in the provider
	Name    string            `json:"name"`
	Type    string            `json:"type"`
	Region  string            `json:"region"`
	Account string            `json:"account"`
	Tags    map[string]string `json:"tags"` // null where they could not be read
}

// A Suppression says that a failure is accepted, by whom and until when. The
// finding's status is SUPPRESSED while it holds.
type Suppression struct {
	ID       string `json:"id"` // of the suppression in its file
	Reason   string `json:"reason"`
	Owner    string `json:"owner"`
	Approver string `json:"approver"`
	Expires  string `json:"expires"` // the last day, "2027-01-31"
}

// An Attestation is a person's word on what no API can tell. The finding's
// status is ATTESTED while it holds, and MANUAL where it has expired or is
// dated in the future.
type Attestation struct {
	ID        string `json:"id"`
	Statement string `json:"statement"`
	Owner     string `json:"owner"`
	Approver  string `json:"approver"`
	Date      string `json:"date"`
	Expires   string `json:"expires"`
	Evidence  string `json:"evidence"` // a link, or "sha256:…" of a file
}

// Fingerprint identifies a finding across scans: by what was asked of which
// resource, never by its name, its message or the time.
func Fingerprint(provider, account, region, full, check string) string {
	h := sha256.Sum256([]byte(strings.Join([]string{provider, account, region, full, check}, "\x00")))
	return hex.EncodeToString(h[:16])
}

// newFinding puts a result into the published form.
func newFinding(c *checks.Check, inv *inventory.Inventory, r checks.Result) *Finding {
	f := &Finding{
		ID:    Fingerprint(inv.Provider, r.Resource.Account, r.Resource.Region, r.Resource.Full, c.ID),
		Check: c.ID, Aliases: orEmpty(c.Aliases), Status: r.Verdict, Severity: r.Severity,
		Area: c.Area, ServiceModel: c.Model(), Owner: checks.OwnerFor(c.Area, c.Model(), &r.Resource),
		Provider: inv.Provider, Account: inv.Account, AccountName: inv.AccountName, Region: r.Resource.Region,
		Message: r.Message, Evidence: r.Evidence, Gaps: slices.Clone(r.Gaps),
	}
	f.Resource = Resource{
		ID: r.Resource.ID, FullID: r.Resource.Full, Name: cmp.Or(r.Resource.Name, r.Resource.ID), Type: r.Resource.Kind,
		Region: r.Resource.Region, Account: r.Resource.Account,
	}
	if tags, known := r.Resource.Tags.Peek(); known {
		f.Resource.Tags = tags
		if tags == nil {
			f.Resource.Tags = map[string]string{}
		}
	}
	if f.Evidence == nil {
		f.Evidence = map[string]any{}
	}
	slices.SortFunc(f.Gaps, func(a, b inventory.Gap) int { return strings.Compare(a.String(), b.String()) })
	f.Gaps = orEmpty(f.Gaps)
	return f
}

func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// less orders the findings of an account: by check, then by resource.
func less(a, b *Finding) int {
	return cmp.Or(
		strings.Compare(a.Check, b.Check), strings.Compare(a.Resource.Account, b.Resource.Account),
		strings.Compare(a.Region, b.Region), strings.Compare(a.Resource.FullID, b.Resource.FullID),
	)
}
