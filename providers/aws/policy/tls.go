package policy

import (
	"slices"
	"strconv"
	"strings"
)

// RequiresTLS reports whether a resource policy denies every request without
// TLS, from everybody, for all actions of the service on the resource; for a
// bucket also on its objects. The reason says what is there or what is missing.
// It follows the aws:SecureTransport example of the Amazon S3 User Guide and the
// AWS Config rule s3-bucket-ssl-requests-only. An Allow that asks for TLS does
// not count, since another policy may allow the same request without it.
//
// Actions names what must be denied; without it, every action of the service
// must be. Some services (Amazon SNS) accept single actions only.
func RequiresTLS(doc Document, resourceARN string, actions ...string) (ok bool, why string) {
	found := false
	for _, target := range tlsTargets(resourceARN) {
		covered := false
		for _, s := range doc.Statements {
			if s.Effect == Deny && deniesPlain(s) {
				found = true
				covered = covered || deniesAll(s, target, actions)
			}
		}
		switch {
		case !covered && !found:
			return false, "no statement denies requests for which aws:SecureTransport is false"
		case !covered:
			return false, "the Deny without TLS does not cover every principal and action on " + target
		}
	}
	return true, "requests without TLS are denied to everybody"
}

// MinTLS returns the lowest TLS version that a bucket policy lets through, read
// from Deny statements with NumericLessThan on s3:TlsVersion, and false when
// there is none for everybody and all actions.
func MinTLS(doc Document, resourceARN string) (version float64, ok bool) {
	for i, target := range tlsTargets(resourceARN) {
		floor := 0.0
		for _, s := range doc.Statements {
			if s.Effect == Deny && len(s.Conditions) == 1 && deniesAll(s, target, nil) {
				floor = max(floor, tlsFloor(s.Conditions[0]))
			}
		}
		if floor == 0 {
			return 0, false
		}
		if i == 0 || floor < version {
			version = floor
		}
	}
	return version, true
}

// tlsTargets lists what a Deny must cover: the resource, and a bucket's objects.
func tlsTargets(resourceARN string) []string {
	if a, ok := splitARN(resourceARN); ok && a.service == "s3" && a.account == "" && !strings.Contains(a.resource, "/") {
		return []string{resourceARN, resourceARN + "/*"}
	}
	return []string{resourceARN}
}

// deniesPlain reports whether a statement's only condition is one that every
// request without TLS meets.
func deniesPlain(s Statement) bool {
	if len(s.Conditions) != 1 {
		return false
	}
	c := s.Conditions[0]
	low := strings.ToLower(c.Operator)
	switch strings.ToLower(c.Key) {
	case "aws:securetransport":
		return (low == "bool" || low == "boolifexists") && hasFold(c.Values, "false")
	case "s3:tlsversion":
		if low == "null" {
			return hasFold(c.Values, "true")
		}
		return low == "numericlessthanifexists" && tlsFloor(c) > 0
	}
	return false
}

// deniesAll reports whether a statement names everybody and all of the actions,
// by default all of the service of a resource, on that resource.
func deniesAll(s Statement, target string, actions []string) bool {
	a, ok := splitARN(target)
	if !ok || !namesEverybody(s.Principals) || !scopeOf(s).coversResource(target, Scope{}) {
		return false
	}
	if len(actions) == 0 {
		actions = []string{a.service + ":*"}
	}
	for _, action := range actions {
		if !scopeOf(s).coversAction(action, Scope{}) {
			return false
		}
	}
	return true
}

// tlsFloor reads the version of a NumericLessThan condition on s3:TlsVersion; 0
// for any other condition.
func tlsFloor(c Condition) float64 {
	low := strings.ToLower(c.Operator)
	if !strings.EqualFold(c.Key, "s3:TlsVersion") || len(c.Values) == 0 ||
		low != "numericlessthan" && low != "numericlessthanifexists" {
		return 0
	}
	floors := make([]float64, 0, len(c.Values))
	for _, v := range c.Values {
		f, err := strconv.ParseFloat(v, 64)
		if err != nil || !(f > 0) || f > 10 {
			return 0
		}
		floors = append(floors, f)
	}
	return slices.Max(floors)
}
