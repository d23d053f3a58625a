package iam

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/iam/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// Credentials is what the credential report says of a user or of the root user.
type Credentials struct {
	Generated       time.Time // when the report was made, up to four hours ago; zero: read without one
	PasswordEnabled inventory.Known[bool]
	PasswordUsed    inventory.Known[time.Time] // zero: never, or not since October 2014
	PasswordChanged inventory.Known[time.Time] // zero: there is no password
	MFA             inventory.Known[bool]
	Keys            []AccessKey
}

// An AccessKey is one of a user's two access keys. The report does not tell an
// inactive key from one that does not exist.
type AccessKey struct {
	Slot    int // 1 or 2; 3 stands for further ones, of which nothing is known
	Active  inventory.Known[bool]
	Rotated inventory.Known[time.Time] // when it was made or last switched on or off
	Used    inventory.Known[time.Time] // zero: never
}

// A report is the credential report: credentials by ARN. The root user's is
// under the ARN that ends in ":root".
type report struct {
	generated time.Time
	of        map[string]Credentials
}

// errNotReady is the error of a report that IAM did not finish in time.
var errNotReady = errors.New("IAM did not finish the credential report in time")

// The bounds of the wait for a report: 0.25 s, then ever longer up to 5 s,
// about a minute in all. IAM needs seconds for most accounts.
const (
	firstWait = 250 * time.Millisecond
	longWait  = 5 * time.Second
	tries     = 16
)

// CredentialReport has IAM prepare the credential report, waits for it, and
// reads it. Where a report of the last four hours exists, IAM returns that.
var CredentialReport = &inventory.Call[report]{
	Title:   "aws.iam.credentialReport",
	Actions: []string{"iam:GenerateCredentialReport", "iam:GetCredentialReport"},
	Do: func(ctx context.Context, s inventory.Scope) (report, error) {
		if err := generate(ctx, client(s)); err != nil {
			return report{}, err
		}
		out, err := client(s).GetCredentialReport(ctx, &iam.GetCredentialReportInput{})
		if aws.Code(err, "ReportExpired", "ReportNotPresent", "ReportInProgress") { // it grew too old since
			if err := generate(ctx, client(s)); err != nil {
				return report{}, err
			}
			out, err = client(s).GetCredentialReport(ctx, &iam.GetCredentialReportInput{})
		}
		if err != nil {
			return report{}, err
		}
		if out.GeneratedTime == nil {
			return report{}, aws.ErrBroken
		}
		return readReport(*out.GeneratedTime, string(out.Content))
	},
}

func generate(ctx context.Context, c *iam.Client) error {
	wait := firstWait
	for range tries {
		out, err := c.GenerateCredentialReport(ctx, &iam.GenerateCredentialReportInput{})
		if err != nil {
			return err
		}
		switch out.State {
		case types.ReportStateTypeComplete:
			return nil
		case types.ReportStateTypeStarted, types.ReportStateTypeInprogress:
		default:
			return aws.ErrBroken // nothing that it would help to wait for
		}
		t := time.NewTimer(wait)
		select {
		case <-t.C:
		case <-ctx.Done():
			t.Stop()
			return ctx.Err()
		}
		wait = min(2*wait, longWait)
	}
	return errNotReady
}

// readReport reads the CSV of a report. Columns are found by name, since AWS
// adds to them.
func readReport(generated time.Time, text string) (report, error) {
	lines, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		return report{}, fmt.Errorf("reading the credential report: %w", err)
	}
	if len(lines) == 0 {
		return report{}, aws.ErrBroken
	}
	r := report{generated: generated, of: map[string]Credentials{}}
	for _, line := range lines[1:] {
		cells := map[string]string{}
		for i, name := range lines[0] {
			cells[name] = line[i] // the CSV reader holds all lines to one length
		}
		if cells["arn"] == "" {
			return report{}, aws.ErrBroken
		}
		r.of[cells["arn"]] = credentials(generated, cells)
	}
	return r, nil
}

func credentials(generated time.Time, cells map[string]string) Credentials {
	c := Credentials{
		Generated:       generated,
		PasswordEnabled: flag(cells, "password_enabled"),
		PasswordUsed:    date(cells, "password_last_used"),
		PasswordChanged: date(cells, "password_last_changed"),
		MFA:             flag(cells, "mfa_active"),
	}
	for slot := 1; slot <= 2; slot++ {
		key := fmt.Sprintf("access_key_%d_", slot)
		c.Keys = append(c.Keys, AccessKey{
			Slot: slot, Active: flag(cells, key+"active"),
			Rotated: date(cells, key+"last_rotated"), Used: date(cells, key+"last_used_date"),
		})
	}
	if more := cells[furtherKeys]; more != "" && more != notApplicable && more != noInformation {
		c.Keys = append(c.Keys, unlisted())
	}
	return c
}

// furtherKeys is the column that tells of a user's keys and certificates beyond
// the two of each that the report describes. Most reports lack it (IAM User
// Guide, "Getting credential reports").
const furtherKeys = "additional_credentials_info"

// unlisted stands for keys that the answer does not describe.
func unlisted() AccessKey {
	const what = "of further access keys"
	day := unreported[time.Time](inventory.Failed, what)
	return AccessKey{Slot: 3, Active: unreported[bool](inventory.Failed, what), Rotated: day, Used: day}
}

// The words that stand for a value in the report (IAM User Guide, "Getting
// credential reports"): N/A where the user has no such credential,
// no_information where it was never used or not since IAM began to track it,
// not_supported where IAM does not report on it.
const (
	notApplicable = "N/A"
	noInformation = "no_information"
	notSupported  = "not_supported"
)

func unreported[T any](reason inventory.Reason, column string) inventory.Known[T] {
	return inventory.Missing[T](inventory.Gap{
		Reason: reason, Call: "IAM GetCredentialReport", Action: "iam:GetCredentialReport", Where: "the report does not tell " + column,
	})
}

func flag(cells map[string]string, column string) inventory.Known[bool] {
	switch v := cells[column]; {
	case strings.EqualFold(v, "true"):
		return inventory.Of(true)
	case strings.EqualFold(v, "false"), v == notApplicable:
		return inventory.Of(false)
	case v == notSupported:
		return unreported[bool](inventory.Unsupported, column)
	}
	return unreported[bool](inventory.Failed, column)
}

func date(cells map[string]string, column string) inventory.Known[time.Time] {
	switch v := cells[column]; v {
	case notApplicable, noInformation:
		return inventory.Of(time.Time{})
	case notSupported:
		return unreported[time.Time](inventory.Unsupported, column)
	default:
		if t, err := time.Parse(time.RFC3339, v); err == nil {
			return inventory.Of(t.UTC())
		}
	}
	return unreported[time.Time](inventory.Failed, column)
}

// newcomer asks about the credentials of a user that is newer than the report.
// When they were last used is left a Gap: only the report says that of all.
func newcomer(ctx context.Context, s inventory.Scope, u *User) (Credentials, error) {
	c := Credentials{PasswordUsed: unreported[time.Time](inventory.Failed, "of a user that is newer than it")}
	profile, err := client(s).GetLoginProfile(ctx, &iam.GetLoginProfileInput{UserName: &u.ID})
	switch {
	case aws.Code(err, "NoSuchEntity"):
		// The user has no password, or is gone: the next call tells which.
		c.PasswordEnabled, c.PasswordChanged, c.PasswordUsed = inventory.Of(false), inventory.Of(time.Time{}), inventory.Of(time.Time{})
	case err != nil:
		return c, err
	case profile.LoginProfile == nil:
		return c, aws.ErrBroken
	default:
		c.PasswordEnabled = inventory.Of(true)
		c.PasswordChanged = inventory.FromPtr(profile.LoginProfile.CreateDate, inventory.Unanswered[time.Time]("IAM GetLoginProfile", "CreateDate"))
	}
	devices, err := client(s).ListMFADevices(ctx, &iam.ListMFADevicesInput{UserName: &u.ID})
	if err != nil {
		return c, gone(err)
	}
	if devices.MFADevices == nil { // "is required" (API reference)
		return c, aws.ErrBroken
	}
	c.MFA = inventory.Of(len(devices.MFADevices) > 0) // one page holds the eight that a user may have
	keys, err := client(s).ListAccessKeys(ctx, &iam.ListAccessKeysInput{UserName: &u.ID})
	if err != nil {
		return c, gone(err)
	}
	if keys.AccessKeyMetadata == nil { // "is required" (API reference)
		return c, aws.ErrBroken
	}
	for i, k := range keys.AccessKeyMetadata { // one page holds the two that a user may have
		active := inventory.Of(k.Status == types.StatusTypeActive)
		if k.Status == "" {
			active = inventory.Unanswered[bool]("IAM ListAccessKeys", "Status")
		}
		c.Keys = append(c.Keys, AccessKey{
			Slot: i + 1, Active: active,
			Rotated: inventory.FromPtr(k.CreateDate, inventory.Unanswered[time.Time]("IAM ListAccessKeys", "CreateDate")),
			Used:    unreported[time.Time](inventory.Failed, "of a key that is newer than it"),
		})
	}
	if keys.IsTruncated {
		c.Keys = append(c.Keys, unlisted())
	}
	return c, nil
}
