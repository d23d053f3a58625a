package report

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"demarc/report/escape"
	"demarc/scanner"
)

var csvHead = []string{
	"id", "check", "title", "status", "severity", "area", "serviceModel", "owner", "provider", "account", "accountName",
	"region", "resourceId", "resourceFullId", "resourceName", "resourceType", "message", "evidence", "gaps", "controls", "aliases", "params",
	"risk", "riskBecause", "decision",
}

// CSV writes one row for each finding (RFC 4180). A cell that a spreadsheet
// would take for a formula gets a leading apostrophe.
func CSV(w io.Writer, r scanner.Reader) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write(csvHead); err != nil {
		return err
	}
	s := r.Summary()
	for f, err := range r.Findings() {
		if err != nil {
			return err
		}
		evidence, err := json.Marshal(f.Evidence)
		if err != nil {
			return err
		}
		var gaps []string
		for _, g := range f.Gaps {
			gaps = append(gaps, g.String())
		}
		title, params, controls := "", "", ""
		if c := s.Check(f.Check); c != nil {
			title, params, controls = c.Title, paramLine(c.Params), frameworkLine(c.Controls)
		}
		row := []string{
			f.ID, f.Check, title, string(f.Status), f.Severity.String(), string(f.Area), string(f.ServiceModel), string(f.Owner),
			f.Provider, f.Account, f.AccountName, f.Region, f.Resource.ID, f.Resource.FullID, f.Resource.Name, f.Resource.Type,
			f.Message, string(evidence), strings.Join(gaps, "; "), controls, strings.Join(f.Aliases, " "), params,
			strconv.Itoa(f.Risk.Score), strings.Join(f.Risk.Because, "; "), decisionOf(f),
		}
		for i := range row {
			row[i] = harmless(row[i])
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// decisionOf is what a person has decided on a finding, in words.
func decisionOf(f *scanner.Finding) string {
	switch {
	case f.Suppression != nil:
		return fmt.Sprintf("accepted until %s by %s: %s", f.Suppression.Expires, f.Suppression.Approver, f.Suppression.Reason)
	case f.Attestation != nil:
		return fmt.Sprintf("attested until %s by %s: %s", f.Attestation.Expires, f.Attestation.Approver, f.Attestation.Statement)
	}
	return ""
}

// harmless keeps a spreadsheet from running a cell as a formula.
func harmless(cell string) string { return escape.Cell(cell) }
