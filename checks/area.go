package checks

import (
	"fmt"
	"strings"

	"demarc/providers/inventory"
)

// An Area is a row of the shared-responsibility matrix.
type Area string

// The areas. Those from Hosts on are the provider's in every service model.
const (
	Data          Area = "data"
	Identity      Area = "identity"
	Directory     Area = "directory"
	Devices       Area = "devices"
	Configuration Area = "configuration"
	Logging       Area = "logging"
	Application   Area = "application"
	Network       Area = "network"
	OS            Area = "os"
	Response      Area = "response"
	Hosts         Area = "hosts"
	Facilities    Area = "facilities"
	Platform      Area = "platform"
	Assurance     Area = "assurance"
)

// Areas lists every Area in the order of the matrix.
var Areas = []Area{
	Data, Identity, Directory, Devices, Configuration, Logging, Application,
	Network, OS, Response, Hosts, Facilities, Platform, Assurance,
}

// Title is the area's name for people.
func (a Area) Title() string { return areaRows[a].title }

// Duties says what the customer has to do in the area.
func (a Area) Duties() string { return areaRows[a].duties }

// An Owner says who answers for a cell of the matrix.
type Owner string

// The owners.
const (
	Customer Owner = "customer"
	Shared   Owner = "shared"
	Provider Owner = "provider"
)

type areaRow struct {
	title, duties string
	owners        string // of IaaS, PaaS, serverless, SaaS: c, s or p
}

// The owners follow Microsoft's "Shared responsibility in the cloud" (its
// grid, with "accounts and identities" split from the directory that holds
// them) and the division of kinds of service that a provider describes for its
// shared responsibility model (infrastructure, container, abstracted).
var areaRows = map[Area]areaRow{
	Data:          {"Customer data", "encrypt at rest and in transit; find and classify what is sensitive; keep it from the public; back it up", "cccc"},
	Identity:      {"Identity and access", "authentication, MFA first for critical accounts; least privilege; the life of keys; review", "cccc"},
	Directory:     {"Directory infrastructure", "federation, directory settings, conditional access", "csss"},
	Devices:       {"Devices and endpoints", "keep the machines that reach the cloud managed and healthy", "cccs"},
	Configuration: {"Security configuration", "hardened settings; versions that the customer chooses; drift; inventory", "cccc"},
	Logging:       {"Logging and monitoring", "logs for all resources, kept whole and long enough; alarms; threat detection", "cccc"},
	Application:   {"Application", "secure code and dependencies; a web application firewall; no secrets in code", "cscs"},
	Network:       {"Network controls", "segmentation, exposure, firewall rules, private endpoints", "cssp"},
	OS:            {"Operating system", "patch the guest, keep agents and images current", "cppp"},
	Response:      {"Incident response", "a plan, contacts, tests of the plan, trained people", "cccc"},
	Hosts:         {"Virtualization and hosts", "", "pppp"},
	Facilities:    {"Facilities and physical network", "", "pppp"},
	Platform:      {"Provider's platform", "choose and switch on what is offered", "pppp"},
	Assurance:     {"Provider's assurance", "read the provider's reports; sign the agreements", "pppp"},
}

// OwnerOf returns who answers for area in a service model. What belongs to the
// account itself is the customer's wherever anything in the area is.
func OwnerOf(a Area, m inventory.Model) Owner {
	row := areaRows[a].owners
	at := map[inventory.Model]int{inventory.IaaS: 0, inventory.PaaS: 1, inventory.Serverless: 2, inventory.SaaS: 3, inventory.Account: 0}
	i, ok := at[m]
	if !ok || i >= len(row) {
		return Customer
	}
	return map[byte]Owner{'c': Customer, 's': Shared, 'p': Provider}[row[i]]
}

// OwnerFor is OwnerOf for one resource: where it runs on nodes, as a cluster
// does, their system is of whoever manages them.
func OwnerFor(a Area, m inventory.Model, r *inventory.Resource) Owner {
	if a == OS {
		switch r.NodesBy {
		case inventory.ByCustomer:
			return Customer
		case inventory.ByProvider:
			return Provider
		}
	}
	return OwnerOf(a, m)
}

// ParseSeverity reads a severity's word.
func ParseSeverity(word string) (Severity, error) {
	for _, s := range Severities {
		if s.String() == strings.ToLower(word) {
			return s, nil
		}
	}
	return 0, fmt.Errorf("unknown severity %q: use critical, high, medium, low or info", word)
}
