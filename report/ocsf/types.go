package ocsf

import (
	"demarc/checks"
	"demarc/providers/inventory"
	"demarc/scanner"
)

// The parts of the class Compliance Finding that Write fills. The names and
// numbers are those of schema.ocsf.io, version 1.8.0.
type (
	event struct {
		ActivityID   int         `json:"activity_id"`
		ActivityName string      `json:"activity_name"`
		CategoryUID  int         `json:"category_uid"`
		CategoryName string      `json:"category_name"`
		ClassUID     int         `json:"class_uid"`
		ClassName    string      `json:"class_name"`
		TypeUID      int         `json:"type_uid"`
		TypeName     string      `json:"type_name"`
		Time         int64       `json:"time"` // milliseconds since 1970
		SeverityID   int         `json:"severity_id"`
		Severity     string      `json:"severity"`
		StatusID     int         `json:"status_id,omitempty"`
		Status       string      `json:"status,omitempty"`
		Message      string      `json:"message"`
		Metadata     metadata    `json:"metadata"`
		Cloud        cloud       `json:"cloud"`
		FindingInfo  findingInfo `json:"finding_info"`
		Compliance   compliance  `json:"compliance"`
		Resources    []resource  `json:"resources"`
		Evidences    []evidence  `json:"evidences,omitempty"`
		Remediation  *fix        `json:"remediation,omitempty"`
		Unmapped     unmapped    `json:"unmapped"`
	}
	metadata struct {
		Version        string   `json:"version"`
		Profiles       []string `json:"profiles"`
		Product        product  `json:"product"`
		UID            string   `json:"uid"`
		CorrelationUID string   `json:"correlation_uid,omitempty"`
		EventCode      string   `json:"event_code"`
	}
	product struct {
		Name       string `json:"name"`
		VendorName string `json:"vendor_name"`
		Version    string `json:"version,omitempty"`
	}
	cloud struct {
		Provider string  `json:"provider"`
		Account  account `json:"account"`
		Region   string  `json:"region,omitempty"`
	}
	account struct {
		UID    string `json:"uid"`
		Name   string `json:"name,omitempty"`
		Type   string `json:"type"`
		TypeID int    `json:"type_id"`
	}
	findingInfo struct {
		UID      string   `json:"uid"`
		Title    string   `json:"title"`
		Desc     string   `json:"desc,omitempty"`
		Types    []string `json:"types"`
		Analytic analytic `json:"analytic"`
	}
	analytic struct {
		UID    string `json:"uid"`
		Name   string `json:"name"`
		Type   string `json:"type"`
		TypeID int    `json:"type_id"`
	}
	compliance struct {
		Control       string   `json:"control"`
		StatusID      int      `json:"status_id"`
		Status        string   `json:"status"`
		StatusDetails []string `json:"status_details,omitempty"`
		Standards     []string `json:"standards,omitempty"`
		Requirements  []string `json:"requirements,omitempty"`
		Checks        []check  `json:"checks"`
	}
	check struct {
		UID        string `json:"uid"`
		Name       string `json:"name"`
		SeverityID int    `json:"severity_id"`
		Severity   string `json:"severity"`
		StatusID   int    `json:"status_id"`
		Status     string `json:"status"`
	}
	resource struct {
		UID    string `json:"uid"`
		Name   string `json:"name"`
		Type   string `json:"type"`
		Region string `json:"region,omitempty"`
		Tags   []tag  `json:"tags,omitempty"`
	}
	tag struct {
		Name  string `json:"name"`
		Value string `json:"value"`
	}
	evidence struct {
		Data map[string]any `json:"data"`
	}
	fix struct {
		Desc       string   `json:"desc"`
		References []string `json:"references,omitempty"`
	}
	// unmapped is what the class has no attribute for.
	unmapped struct {
		Status       checks.Verdict       `json:"status"`
		Severity     checks.Severity      `json:"severity"` // of the check, whatever came of it
		Area         checks.Area          `json:"area"`
		ServiceModel inventory.Model      `json:"service_model"`
		Owner        checks.Owner         `json:"owner"`
		Risk         scanner.Risk         `json:"risk"`
		Gaps         []inventory.Gap      `json:"gaps,omitempty"`
		Suppression  *scanner.Suppression `json:"suppression,omitempty"`
		Attestation  *scanner.Attestation `json:"attestation,omitempty"`
		Stale        bool                 `json:"stale,omitempty"`
	}
)
