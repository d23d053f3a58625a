package compliance

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"demarc/checks"
	"demarc/report/escape"
)

// JSON writes how one framework stands, or all of them.
func JSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", " ")
	return enc.Encode(v)
}

// CSV writes a row for each requirement.
func CSV(w io.Writer, r Report) error {
	rows := [][]string{{
		"framework", "requirement", "level", "assessment", "owner", "status", "why", "failed", "unknown", "passed", "notApplicable", "manual", "attested",
		"suppressed", "error", "checks", "controls", "leftOut", "failedIn",
	}}
	for _, q := range r.Requirements {
		row := []string{string(r.Framework), q.ID, q.Level, q.Assessment, owner(q.Owner), string(q.Status), q.Why}
		for _, v := range []checks.Verdict{checks.Fail, checks.Unknown, checks.Pass, checks.NotApplicable, checks.Manual, checks.Attested, checks.Suppressed, checks.Error} {
			row = append(row, fmt.Sprint(q.Counts[v]))
		}
		rows = append(rows, append(row, strings.Join(q.Checks, " "), strings.Join(q.Controls, " "), strings.Join(q.LeftOut, " "), strings.Join(q.FailedIn, " ")))
	}
	return writeRows(w, rows)
}

// OverviewCSV writes a row for each framework.
func OverviewCSV(w io.Writer, all []Report) error {
	head := []string{"framework", "title", "requirements"}
	used := statuses(all)
	for _, s := range used {
		head = append(head, string(s))
	}
	rows := [][]string{head}
	for _, r := range all {
		row := []string{string(r.Framework), r.Title, fmt.Sprint(len(r.Requirements))}
		for _, s := range used {
			row = append(row, fmt.Sprint(r.Totals[s]))
		}
		rows = append(rows, row)
	}
	return writeRows(w, rows)
}

func writeRows(w io.Writer, rows [][]string) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	for _, row := range rows {
		for i := range row {
			row[i] = escape.Cell(row[i])
		}
	}
	return out.WriteAll(rows)
}
