package policy

import (
	"encoding/json"
	"net/url"
	"reflect"
	"strings"
	"testing"
)

func TestParseForms(t *testing.T) {
	doc, err := Parse(`{"Id":"i","Version":"2012-10-17","Statement":{"Sid":"s","Effect":"Allow",
		"Principal":{"AWS":["1","2"],"Service":"x.amazonaws.com"},"Action":["a:B","c:D"],"Resource":"*",
		"Condition":{"Bool":{"aws:SecureTransport":true},"NumericLessThan":{"s3:TlsVersion":1.2},
		"StringEquals":{"aws:SourceAccount":["1","2"],"foo:bar":["hunter2"],"sts:ExternalId":"hunter3"}}}}`)
	if err != nil {
		t.Fatal(err)
	}
	want := Statement{Effect: Allow, Actions: []string{"a:B", "c:D"}, Resources: []string{"*"},
		Principals: []Principal{{"AWS", "1"}, {"AWS", "2"}, {"Service", "x.amazonaws.com"}},
		Conditions: []Condition{
			{Operator: "Bool", Key: "aws:SecureTransport", Values: []string{"true"}},
			{Operator: "NumericLessThan", Key: "s3:TlsVersion", Values: []string{"1.2"}},
			{Operator: "StringEquals", Key: "aws:SourceAccount", Values: []string{"1", "2"}},
			{Operator: "StringEquals", Key: "foo:bar", Values: []string{NotKept}, Withheld: true},
			{Operator: "StringEquals", Key: "sts:ExternalId", Values: []string{NotKept}, Withheld: true},
		}}
	if !reflect.DeepEqual(doc.Statements, []Statement{want}) {
		t.Errorf("got %+v", doc.Statements)
	}
	blob, err := json.Marshal(doc)
	if err != nil || strings.Contains(string(blob), "hunter") {
		t.Errorf("snapshot holds a secret or fails: %v %s", err, blob)
	}
	var back Document
	if err := json.Unmarshal(blob, &back); err != nil || !reflect.DeepEqual(doc, back) {
		t.Errorf("snapshot does not round-trip: %v", err)
	}
}

func TestParseErrors(t *testing.T) {
	st := func(s string) string { return `{"Statement":[` + s + `]}` }
	cases := map[string]string{
		"empty":               ``,
		"garbage":             `hunter2`,
		"list":                `[]`,
		"null":                `null`,
		"trailing":            st(``) + `hunter2`,
		"no statement":        `{"Version":"2012-10-17"}`,
		"null statement":      `{"Statement":null}`,
		"unknown top":         `{"Statement":[],"hunter2":1}`,
		"duplicate top":       `{"Statement":[],"Statement":[]}`,
		"duplicate in case":   `{"Statement":[],"statement":[]}`,
		"effect case":         st(`{"Effect":"allow","Action":"*","Resource":"*"}`),
		"effect unknown":      st(`{"Effect":"hunter2","Action":"*","Resource":"*"}`),
		"effect missing":      st(`{"Action":"*","Resource":"*"}`),
		"action missing":      st(`{"Effect":"Allow","Resource":"*"}`),
		"action empty":        st(`{"Effect":"Allow","Action":[],"Resource":"*"}`),
		"action number":       st(`{"Effect":"Allow","Action":1}`),
		"both actions":        st(`{"Effect":"Allow","Action":"*","NotAction":"a:b"}`),
		"both principals":     st(`{"Effect":"Allow","Action":"*","Principal":"*","NotPrincipal":"*"}`),
		"both resources":      st(`{"Effect":"Allow","Action":"*","Resource":"*","NotResource":"*"}`),
		"unknown element":     st(`{"Effect":"Allow","Action":"*","hunter2":"*"}`),
		"principal string":    st(`{"Effect":"Allow","Action":"*","Principal":"hunter2"}`),
		"principal kind":      st(`{"Effect":"Allow","Action":"*","Principal":{"hunter2":"*"}}`),
		"principal empty":     st(`{"Effect":"Allow","Action":"*","Principal":{}}`),
		"condition scalar":    st(`{"Effect":"Allow","Action":"*","Condition":"hunter2"}`),
		"operator scalar":     st(`{"Effect":"Allow","Action":"*","Condition":{"Bool":"hunter2"}}`),
		"condition object":    st(`{"Effect":"Allow","Action":"*","Condition":{"Bool":{"a":{"hunter2":1}}}}`),
		"condition null":      st(`{"Effect":"Allow","Action":"*","Condition":{"Bool":{"a":null}}}`),
		"condition duplicate": st(`{"Effect":"Allow","Action":"*","Condition":{"Bool":{"a":"1","A":"2"}}}`),
		"cut off":             `{"Statement":[{"Effect":"Allow","Action":"hunter2`,
		"deep":                strings.Repeat(`[`, 100) + strings.Repeat(`]`, 100),
		"not UTF-8":           "{\"Statement\":\"\xff\"}",
		"long":                strings.Repeat(" ", maxLength+1),
	}
	for name, text := range cases {
		_, err := Parse(text)
		if err == nil {
			t.Errorf("%s: no error", name)
			continue
		}
		if strings.Contains(err.Error(), "hunter2") || !strings.HasPrefix(err.Error(), "policy: ") {
			t.Errorf("%s: error is %q", name, err)
		}
	}
	_, err := Parse(st(`{"Effect":"Allow","Action":"*"},{"Effect":"allow","Action":"*"}`))
	if err == nil || !strings.Contains(err.Error(), "Statement[1].Effect") {
		t.Errorf("error does not name the place: %v", err)
	}
}

func TestParseEncoded(t *testing.T) {
	text := policyOf(allowAll(`"StringEquals":{"aws:PrincipalTag/a+b":"x"}`))
	want, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	for _, encoded := range []string{url.PathEscape(text), text} {
		got, err := ParseEncoded(encoded)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, %v", got, err)
		}
	}
	if _, err := ParseEncoded("%7B%"); err == nil {
		t.Error("broken encoding is accepted")
	}
}

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		pattern, value string
		want           bool
	}{
		{"*", "s3:GetObject", true}, {"S3:get*", "s3:GetObject", true}, {"s3:Get?bject", "s3:GetObject", true},
		{"s3:Get", "s3:GetObject", false}, {"s3:*Object", "s3:GetObject", true}, {"s3:*", "sns:Publish", false},
		{"s3:Get*", "s3:Get*", true}, {"s3:Get*", "s3:*", false}, {"s3:*", "s3:Put*", true}, {"s3:?", "s3:*", false},
		{"s3:*t*t", "s3:getobject", true}, {"", "", true}, {"", "a", false}, {"**", "a", true},
	} {
		if got := MatchAction(c.pattern, c.value); got != c.want {
			t.Errorf("MatchAction(%q, %q) = %v", c.pattern, c.value, got)
		}
	}
	if MatchARN("arn:aws:s3:::B/*", "arn:aws:s3:::b/x") {
		t.Error("resources are compared without case")
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"a*", "*b", true}, {"a*", "b*", false}, {"a?c", "ab*", true}, {"*", "", true}, {"?", "", false},
		{"a*b*c", "a*d*c", true}, {"ab", "a", false}, {"*x", "*y", false}, {"**", "*", true},
	} {
		if overlap(c.a, c.b) != c.want || overlap(c.b, c.a) != c.want {
			t.Errorf("overlap(%q, %q) is not %v", c.a, c.b, c.want)
		}
	}
}

func TestVariables(t *testing.T) {
	for v, want := range map[string]bool{"${aws:username}": true, "${*}": false, "a${?}b${$}": false, "${*}${x}": true, "${": false, "x": false} {
		if hasVariable(v) != want {
			t.Errorf("hasVariable(%q) is not %v", v, want)
		}
	}
	if got := widen("b/${aws:username}/${*}"); got != "b/*/*" {
		t.Errorf("widen gives %q", got)
	}
}
