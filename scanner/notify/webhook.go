package notify

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"demarc/checks"
	"demarc/scanner/diff"
)

// The headers of a signed request.
const (
	SignatureHeader = "X-Demarc-Signature" // sha256= and the HMAC in hexadecimal digits
	TimestampHeader = "X-Demarc-Timestamp" // seconds since 1970
	DeliveryHeader  = "X-Demarc-Delivery"  // the same for each attempt: a receiver can drop the second
)

// A told finding is one as the generic webhook has it.
type told struct {
	ID       string          `json:"id"`
	Check    string          `json:"check"`
	Severity checks.Severity `json:"severity"`
	Provider string          `json:"provider"`
	Account  string          `json:"account"`
	Region   string          `json:"region"`
	Resource diff.Resource   `json:"resource"`
	Message  string          `json:"message"`
	Why      string          `json:"why"`
}

// list is one section of the generic webhook.
type list struct {
	Total    int    `json:"total"`
	Left     int    `json:"left"` // how many are not among the findings
	Findings []told `json:"findings"`
}

// webhookBytes is how long the generic message is at most.
const webhookBytes = 1 << 20

// JSON is the message for a program. Names and messages are as the scan has
// them: whoever shows them has to escape them.
func (n *News) JSON() ([]byte, error) {
	return fit(webhookBytes, func(top int) object {
		return object{
			"schema": 1, "tool": "demarc notify", "delivery": n.Delivery(), "title": n.Title(), "notes": append([]string{}, n.Notes()...),
			"old": n.Old, "new": n.New, "failed": listed(n.Failed, top), "fixed": listed(n.Fixed, top),
			"unreadable": object{"total": n.Unreadable, "failedBefore": n.Hidden},
		}
	})
}

func listed(all []diff.Change, top int) list {
	shown := all[:min(top, len(all))]
	out := list{Total: len(all), Left: len(all) - len(shown), Findings: make([]told, 0, len(shown))}
	for _, c := range shown {
		out.Findings = append(out.Findings, told{c.ID, c.Check, c.Severity, c.Provider, c.Account, c.Region, c.Resource, c.Message, c.Why})
	}
	return out
}

// Delivery names the message: the same two scans make the same.
func (n *News) Delivery() string {
	b, _ := json.Marshal([]diff.Scan{n.Old, n.New}) // of words and numbers: it cannot fail
	h := sha256.Sum256(b)
	return hex.EncodeToString(h[:16])
}

// minSecret is the shortest secret that is signed with, in bytes.
const minSecret = 16

// CheckSecret refuses a secret that is too short to sign with.
func CheckSecret(secret string) error {
	if len(secret) < minSecret {
		return fmt.Errorf("the secret that signs the message is shorter than %d bytes: take a longer one, such as openssl rand -hex 32 makes", minSecret)
	}
	return nil
}

// signer returns what signs each attempt anew: HMAC-SHA256 of the timestamp, a
// full stop and the body.
func signer(secret, delivery string, now func() time.Time) (func(*http.Request, []byte), error) {
	if err := CheckSecret(secret); err != nil {
		return nil, err
	}
	return func(r *http.Request, body []byte) {
		at := strconv.FormatInt(now().Unix(), 10)
		r.Header.Set(TimestampHeader, at)
		r.Header.Set(DeliveryHeader, delivery)
		r.Header.Set(SignatureHeader, sign(secret, at, body))
	}, nil
}

func sign(secret, at string, body []byte) string {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(at + "."))
	mac.Write(body)
	return "sha256=" + hex.EncodeToString(mac.Sum(nil))
}

// Verify is what a receiver does: it refuses a message that was not signed with
// the secret, or that was signed more than tolerance before or after now.
func Verify(secret string, h http.Header, body []byte, now time.Time, tolerance time.Duration) error {
	at := h.Get(TimestampHeader)
	seconds, err := strconv.ParseInt(at, 10, 64)
	if err != nil {
		return errors.New("the message has no timestamp")
	}
	if !hmac.Equal([]byte(h.Get(SignatureHeader)), []byte(sign(secret, at, body))) {
		return errors.New("the signature does not hold")
	}
	if age := now.Sub(time.Unix(seconds, 0)).Abs(); age > tolerance {
		return errors.New("the message is too old, or of the future")
	}
	return nil
}
