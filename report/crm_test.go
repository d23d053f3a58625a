package report_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"demarc/checks"
	"demarc/providers/inventory"
	"demarc/report"
	"demarc/report/matrix"
	"demarc/scanner"
)

// crmRows are the rows of the customer responsibility matrix, by id.
func crmRows(t *testing.T, r scanner.Reader) map[string]map[string]string {
	t.Helper()
	var b bytes.Buffer
	if err := report.CRM(&b, r); err != nil {
		t.Fatal(err)
	}
	all, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]map[string]string{}
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, head := range all[0] {
			row[head] = cells[i]
			if cells[i] != "" && strings.ContainsRune("=+-@\t\r", rune(cells[i][0])) {
				t.Errorf("a spreadsheet runs %q", cells[i])
			}
		}
		if out[row["id"]] != nil {
			t.Errorf("%s stands twice", row["id"])
		}
		out[row["id"]] = row
	}
	return out
}

func TestCRMStatuses(t *testing.T) {
	m := made{summary: scanner.Summary{Scopes: []scanner.Scope{{Provider: "aws", Account: "1"}}, Unreached: []scanner.Unreached{{Provider: "gcp"}}}}
	want := map[string]string{}
	add := func(id, status string, whole bool, counts scanner.Counts) {
		m.summary.Checks = append(m.summary.Checks, scanner.Check{
			ID: id, Title: "=" + id, Area: checks.Data, ServiceModel: inventory.IaaS, Manual: strings.Contains(id, "manual"), Ran: true, Whole: whole, Counts: counts,
		})
		want[id] = status
	}
	type c = scanner.Counts
	add("aws-x-a", "implemented", true, c{checks.Pass: 1, checks.NotApplicable: 1})
	add("aws-x-b", "partially", true, c{checks.Pass: 1, checks.Fail: 1, checks.Unknown: 1})
	add("aws-x-c", "not implemented", true, c{checks.Fail: 1})
	add("aws-x-d", "could not be read", true, c{checks.Pass: 1, checks.Unknown: 1})
	add("aws-x-e", "could not be read", false, c{checks.Pass: 1})
	add("aws-x-f", "could not be read", true, c{checks.Pass: 1, checks.Error: 1})
	add("aws-x-g", "accepted", true, c{checks.Pass: 1, checks.Suppressed: 1})
	add("aws-x-h", "not applicable", true, c{checks.NotApplicable: 1})
	add("aws-x-i", "nothing to judge", true, c{})
	add("aws-manual-a", "attested", true, c{checks.Attested: 1})
	add("aws-manual-b", "open", true, c{checks.Attested: 1, checks.Manual: 1})
	add("aws-manual-c", "open", true, c{})
	add("gcp-x-a", "could not be read", true, c{})
	add("azure-x-a", "", true, c{}) // not scanned
	rows := crmRows(t, m)
	for id, status := range want {
		if got := rows[id]["implementation status"]; got != status {
			t.Errorf("%s is %q, want %q", id, got, status)
		}
	}
}

// There is a row for each check and control of the scan, and for each cell of
// the matrix that is inherited.
func TestCRMIsWhole(t *testing.T) {
	s := demoScan(t)
	rows := crmRows(t, s)
	for _, c := range s.Summary().Checks {
		if rows[c.ID] == nil {
			t.Errorf("%s has no row", c.ID)
		}
	}
	m, err := matrix.Build(s)
	if err != nil {
		t.Fatal(err)
	}
	inherited := 0
	for _, row := range m.Rows {
		for _, cell := range row.Cells {
			if cell.State != matrix.Inherited {
				continue
			}
			inherited++
			if r := rows["inherited-aws-"+string(row.Area)+"-"+string(cell.Model)]; r == nil || r["owner"] != "provider" || r["implementation status"] != "inherited" {
				t.Errorf("the inherited cell %s, %s has the row %v", row.Area, cell.Model, r)
			}
		}
	}
	if len(rows) != len(s.Summary().Checks)+inherited {
		t.Errorf("%d rows for %d checks and %d inherited cells", len(rows), len(s.Summary().Checks), inherited)
	}
}
