package escape_test

import (
	"testing"

	"demarc/report/escape"
)

func TestCell(t *testing.T) {
	for in, want := range map[string]string{
		"":                      "",
		"bucket-1":              "bucket-1",
		"=1+1":                  "'=1+1",
		"+1":                    "'+1",
		"-1":                    "'-1",
		"@SUM(A1)":              "'@SUM(A1)",
		"＝1":                    "'＝1",
		"\t=1":                  "'\t'=1",
		"\rx":                   "'\rx",
		"a;=cmd|' /C calc'!A0":  "a;'=cmd|' /C calc'!A0",
		"a;b":                   "a;b",
		"a\n=1":                 "a\n'=1",
		"a|@x":                  "a|'@x",
		"user@example.com; 1-2": "user@example.com; 1-2",
		"a\xff=":                "a\ufffd=",
	} {
		if got := escape.Cell(in); got != want {
			t.Errorf("Cell(%q) is %q, want %q", in, got, want)
		}
	}
}
