package pattern

import "testing"

func event() map[string]any {
	return map[string]any{
		"eventName": "DeleteTrail", "eventSource": "cloudtrail.amazonaws.com", "eventType": "AwsApiCall",
		"sourceIPAddress": "198.51.100.7", "readOnly": false, "errorCode": "Client.UnauthorizedOperation",
		"userIdentity": map[string]any{"type": "Root", "sessionContext": map[string]any{}},
		"size":         float64(12), "nothing": nil,
		"resources": []any{map[string]any{"type": "AWS::S3::Bucket"}, map[string]any{"type": "AWS::S3::Object"}},
	}
}

func TestMatch(t *testing.T) {
	for text, want := range map[string]Truth{
		`{ $.eventName = DeleteTrail }`:                                  Yes,
		`{$.eventName="DeleteTrail"}`:                                    Yes,
		`{ ($.eventName = "Delete*") }`:                                  Yes,
		`{ $.eventName = delete* }`:                                      No,
		`{ $.eventName != CreateTrail }`:                                 Yes,
		`{ $.eventName = %^Delete.*l$% }`:                                Yes,
		`{ ($.eventName = CreateTrail) || ($.eventName = DeleteTrail) }`: Yes,
		`{ ($.eventName = CreateTrail) || (($.eventName = DeleteTrail) && ($.eventSource = kms.amazonaws.com)) }`:                         No,
		`{ $.eventName = CreateTrail && $.eventName = X || $.eventSource = cloudtrail.amazonaws.com }`:                                    Yes,
		`{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }`:                                                 Yes,
		`{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }`:                     Yes,
		`{ ($.errorCode ="*UnauthorizedOperation") && ($.sourceIPAddress!="delivery.logs.amazonaws.com") && ($.eventName!="HeadBucket")}`: Yes,
		`{ $.userIdentity.type NOT EXISTS }`:       No,
		`{ $.userIdentity.invokedBy EXISTS }`:      No,
		`{ $.readOnly IS FALSE }`:                  Yes,
		`{ $.readOnly IS TRUE }`:                   No,
		`{ $.nothing IS NULL }`:                    Yes,
		`{ $.absent IS NULL }`:                     Maybe,
		`{ $.absent != x }`:                        Maybe,
		`{ $.absent = * }`:                         No,
		`{ $.absent != x && $.eventName = Other }`: No,
		`{ $.size > 10 && $.size <= 12 }`:          Yes,
		`{ $.size = 13 }`:                          No,
		`{ $.resources[1].type = "AWS::S3::*" }`:   Yes,
		`{ $.resources[*].type = "*Bucket" }`:      Yes,
		`{ $.resources[2].type = "*" }`:            No,
		`{ $['eventName'] = DeleteTrail }`:         Yes,
		`{ $.userIdentity = "*" }`:                 No,
		`{ $.sourceIPAddress = 198.51.100.* }`:     Yes,
		``:                                         Yes,
		`DeleteTrail`:                              Yes,
		`DeleteTrail -Root`:                        No,
		`CreateTrail`:                              No,
		`?CreateTrail ?DeleteTrail`:                Yes,
		`"\"eventName\":\"DeleteTrail\""`:          Yes,
		`%Delete%`:                                 Maybe,
		`[ip, user, name=DeleteTrail]`:             No,
	} {
		p, err := Parse(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if got := p.Match(event()); got != want {
			t.Errorf("%s: %d, want %d", text, got, want)
		}
	}
}

func TestBroken(t *testing.T) {
	for _, text := range []string{
		`{`, `{}`, `{ $.a }`, `{ $.a = }`, `{ $.a = "b }`, `{ ($.a = b }`, `{ $.a = b ) }`, `{ a = b }`,
		`{ $.a IS MAYBE }`, `{ $.a NOT b }`, `{ $.a[x] = 1 }`, `{ $. = 1 }`, `{ $.a = b || }`, `"open`, `%open`,
	} {
		if _, err := Parse(text); err == nil {
			t.Errorf("%s: no error", text)
		}
	}
}

// No text makes the parser or the evaluation panic or run away.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		`{ ($.eventName = CreateTrail) || ($.a[0].b[*] != "x*") && $.c NOT EXISTS }`, `{ $.a IS TRUE }`, `{ $.x >= 1.5e3 }`, `?a -b "c d" %e%`, `[a, b]`, `{ $['k'] = %x% }`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := Parse(text)
		if err == nil && p.Match(event()) > Yes {
			t.Error("no truth")
		}
	})
}
