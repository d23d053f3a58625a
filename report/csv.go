package report

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"demarc/scanner"
)

var csvHead = []string{
	"id", "check", "title", "status", "severity", "area", "serviceModel", "owner", "provider", "account", "accountName",
	"region", "resourceId", "resourceArn", "resourceName", "resourceType", "message", "evidence", "gaps", "controls", "aliases", "params",
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
		var gaps, controls []string
		for _, g := range f.Gaps {
			gaps = append(gaps, g.String())
		}
		title, params := "", ""
		if c := s.Check(f.Check); c != nil {
			title, params = c.Title, paramLine(c.Params)
			for fw, ids := range c.Controls {
				for _, id := range ids {
					controls = append(controls, string(fw)+":"+id)
				}
			}
			slices.Sort(controls)
		}
		row := []string{
			f.ID, f.Check, title, string(f.Status), f.Severity.String(), string(f.Area), string(f.ServiceModel), string(f.Owner),
			f.Provider, f.Account, f.AccountName, f.Region, f.Resource.ID, f.Resource.FullID, f.Resource.Name, f.Resource.Type,
			f.Message, string(evidence), strings.Join(gaps, "; "), strings.Join(controls, " "), strings.Join(f.Aliases, " "), params,
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

// harmless keeps a spreadsheet from running a cell as a formula (OWASP, "CSV
// Injection"); the signs of full width count in some locales.
func harmless(cell string) string {
	if first, _ := utf8.DecodeRuneInString(cell); cell != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", first) {
		return "'" + cell
	}
	return cell
}
