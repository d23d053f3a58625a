package checks

import "demarc/providers/inventory"

// An EvidenceSource reads what a provider itself says: which audit reports
// it publishes, which agreements are accepted, which of its events are open.
// It judges nothing.
type EvidenceSource struct {
	ID    string // provider, service, what; joined by hyphens
	Kind  EvidenceKind
	Needs []inventory.Source
	// Read emits what the inventory holds. What it could not read it tells r.
	Read func(inv *inventory.Inventory, r inventory.Reader, emit func(Evidence))
}

// An EvidenceKind says what an Evidence is of.
type EvidenceKind string

// The kinds.
const (
	Report    EvidenceKind = "report"    // an audit report that the provider publishes
	Agreement EvidenceKind = "agreement" // an agreement between provider and customer
	Event     EvidenceKind = "event"     // an event of the provider's own, such as an outage
)

// Evidence is one thing that a provider says. Dates are RFC 3339, or days.
type Evidence struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Date    string `json:"date"`    // published, accepted or begun
	Until   string `json:"until"`   // the end of the period or of the event; empty where open
	State   string `json:"state"`   // in the provider's word: "PUBLISHED", "ACTIVE", "open"
	Service string `json:"service"` // of an event
	Region  string `json:"region"`  // of an event
	Link    string `json:"link"`
}
