package report

import (
	"fmt"
	"strings"

	"demarc/scanner"
)

func accountKey(provider, account string) string { return provider + "/" + account }

// eachAccount goes through a scan by account, each begun and ended once, those
// without a finding among them. An account that has findings and is not listed
// as scanned is made up from them: nothing is lost.
func eachAccount(r scanner.Reader, begin func(scanner.Scope) error, each func(*scanner.Finding) error, end func() error) error {
	left, done := r.Summary().Scopes, map[string]bool{}
	empty := func(until string) error { // the accounts that come before the one named
		for len(left) > 0 && (until == "" || accountKey(left[0].Provider, left[0].Account) < until) {
			if key := accountKey(left[0].Provider, left[0].Account); !done[key] {
				done[key] = true
				if err := begin(left[0]); err != nil {
					return err
				}
				if err := end(); err != nil {
					return err
				}
			}
			left = left[1:]
		}
		return nil
	}
	open := ""
	for f, err := range r.Findings() {
		if err != nil {
			return err
		}
		if key := accountKey(f.Provider, f.Account); key != open {
			if open != "" {
				if err := end(); err != nil {
					return err
				}
			}
			if done[key] {
				return fmt.Errorf("the findings of account %s do not stand together", key)
			}
			if err := empty(key); err != nil {
				return err
			}
			open, done[key] = key, true
			if err := begin(scopeNamed(r.Summary(), f)); err != nil {
				return err
			}
		}
		if err := each(f); err != nil {
			return err
		}
	}
	if open != "" {
		if err := end(); err != nil {
			return err
		}
	}
	return empty("")
}

func scopeNamed(s *scanner.Summary, f *scanner.Finding) scanner.Scope {
	for _, sc := range s.Scopes {
		if sc.Provider == f.Provider && sc.Account == f.Account {
			return sc
		}
	}
	return scanner.Scope{Provider: f.Provider, Account: f.Account, Name: strings.TrimSpace(f.AccountName)}
}
