package access

import (
	"encoding/json"
	"testing"

	"demarc/providers/inventory"
)

func TestApproved(t *testing.T) {
	read := func(text string) inventory.Known[[]Connection] {
		var all []ConnectionJSON
		if err := json.Unmarshal([]byte(text), &all); err != nil {
			t.Fatal(err)
		}
		return Connections(all, "test")
	}
	one := func(groups, state string) string {
		return `{"properties":{` + groups + `"privateEndpoint":{"id":"/X"},"privateLinkServiceConnectionState":` + state + `}}`
	}
	for text, want := range map[string]string{
		`[]`: "false",
		`[` + one("", `{"status":"Pending"}`) + `]`:                                                         "false",
		`[` + one("", `{"status":"Pending"}`) + `,` + one(`"groupId":"ui",`, `{"status":"Approved"}`) + `]`: "true",
		`[` + one(`"groupIds":["Browser"],`, `{"status":"Approved"}`) + `]`:                                 "false",
		`[` + one(`"groupIds":["browser","ui"],`, `{"status":"Approved"}`) + `]`:                            "true",
		`[` + one("", `{}`) + `]`: "hidden",
	} {
		got := "hidden"
		if v, ok := Approved(read(text), "browser").Peek(); ok {
			got = map[bool]string{true: "true", false: "false"}[v]
		}
		if got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestRanges(t *testing.T) {
	read := func(rules *[]string) inventory.Known[[]string] {
		return Ranges(rules, func(s string) *string { return &s }, inventory.Of([]string{"none"}), "test", "rules")
	}
	if all, _ := read(nil).Peek(); len(all) != 1 || all[0] != "none" {
		t.Error(all)
	}
	if all, _ := read(&[]string{"a", "b"}).Peek(); len(all) != 2 {
		t.Error(all)
	}
	if _, known := read(&[]string{"a", ""}).Peek(); known {
		t.Error("a rule without a range counts as known")
	}
}

func TestInternet(t *testing.T) {
	for _, c := range []struct {
		ranges []string
		want   bool
	}{
		{nil, false},
		{[]string{"203.0.113.0/24", "198.51.100.7", "0.0.0.0", "AzureCloud", "2001:db8::/32"}, false},
		{[]string{"0.0.0.0/0"}, true},
		{[]string{"128.0.0.0/1"}, true},
		{[]string{"0.0.0.0/3", "10.0.0.0/8", "224.0.0.0/3"}, false},
		{[]string{"192.0.0.0/2", "0.0.0.0/2"}, true},
		{[]string{"::/0"}, true},
	} {
		if got := Internet(c.ranges); got != c.want {
			t.Errorf("%v: %v", c.ranges, got)
		}
	}
}
