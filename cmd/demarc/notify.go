package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/spf13/cobra"

	"demarc/scanner/notify"
)

// What notify needs comes from these variables, or from files.
const (
	notifyURL    = "DEMARC_NOTIFY_URL"
	notifySecret = "DEMARC_NOTIFY_SECRET"
	smtpServer   = "DEMARC_SMTP_SERVER"
	smtpUser     = "DEMARC_SMTP_USER"
	smtpPassword = "DEMARC_SMTP_PASSWORD"
	smtpFrom     = "DEMARC_SMTP_FROM"
	smtpTo       = "DEMARC_SMTP_TO"
)

var notifyVariables = []string{notifyURL, notifySecret, smtpServer, smtpUser, smtpPassword, smtpFrom, smtpTo}

// notifyOptions are the flags of the command.
type notifyOptions struct {
	to, since          string
	files              []string
	dryRun, unreadable bool
}

func (a *app) notifyCommand() *cobra.Command {
	var o notifyOptions
	c := &cobra.Command{
		Use: "notify --to CHANNEL --since OLD NEW", Short: "Send what is new and what is fixed since an earlier scan", Args: cobra.ExactArgs(1),
		Long: "Send what fails in the scan NEW and did not in OLD, and what is fixed, to a channel of yours:\n" +
			"slack, teams, webhook (signed JSON) or email (SMTP with STARTTLS). Where there is neither, nothing\n" +
			"is sent. What could not be read is never told as fixed; what became unreadable is counted.\n\n" +
			"Addresses and secrets come from variables, or from files by --value-file:\n" +
			"  slack, teams  " + notifyURL + "\n" +
			"  webhook       " + notifyURL + ", " + notifySecret + "\n" +
			"  email         " + smtpServer + " (host:port), " + smtpFrom + ", " + smtpTo + ",\n" +
			"                " + smtpUser + " and " + smtpPassword + " where the server asks for them\n\n" +
			"Exit codes:\n  0  sent, or there is nothing to send\n  1  a scan could not be read, or the message could not be sent\n  2  wrong usage",
		RunE: func(c *cobra.Command, args []string) error { return a.notify(c.Context(), o, args[0]) },
	}
	c.Flags().StringVar(&o.to, "to", "", "slack, teams, webhook or email")
	c.Flags().StringVar(&o.since, "since", "", "the earlier scan, as --format json or jsonl wrote it")
	c.Flags().StringArrayVar(&o.files, "value-file", nil, "VARIABLE=PATH: read the variable's value from a file, such as a mounted secret; may be repeated")
	c.Flags().BoolVar(&o.dryRun, "dry-run", false, "print what would be sent, without addresses and secrets; send nothing")
	c.Flags().BoolVar(&o.unreadable, "unreadable", false, "send also where findings became unreadable and nothing is new or fixed")
	c.MarkFlagRequired("to")
	c.MarkFlagRequired("since")
	return c
}

// notify sends what is to be told, or says why nothing is sent.
func (a *app) notify(ctx context.Context, o notifyOptions, path string) error {
	channel, err := channelByName(o.to)
	if err != nil {
		return err
	}
	v := values{files: map[string]string{}}
	if err := v.name(o.files); err != nil {
		return err
	}
	var send sending
	if !o.dryRun {
		if send, err = channel.ready(&v); err != nil {
			return err
		}
	}
	d, err := a.compare(o.since, path)
	if err != nil {
		return err
	}
	if d.Old.Start.After(d.New.Start) {
		return usagef("the scan of --since is younger than %s: they are the wrong way round", path)
	}
	n := notify.Of(d)
	switch {
	case n.Empty() && (n.Unreadable == 0 || !o.unreadable):
		fmt.Fprintln(a.stdout, "Nothing is new and nothing is fixed: nothing is sent.")
		for _, note := range n.Notes() {
			fmt.Fprintln(a.stdout, note)
		}
		return nil
	case o.dryRun:
		text, err := channel.draft(n)
		if err != nil {
			return err
		}
		_, err = a.stdout.Write(text)
		return err
	}
	if err := send(ctx, n); err != nil {
		return fmt.Errorf("cannot notify by %s: %w", o.to, err)
	}
	fmt.Fprintf(a.stdout, "Sent to %s: %s.\n", o.to, n.Counts())
	return nil
}

// sending is a channel that has its address.
type sending func(context.Context, *notify.News) error

// A channel is a way to notify.
type channel struct {
	name  string
	ready func(*values) (sending, error)       // reads and judges what it needs
	draft func(n *notify.News) ([]byte, error) // what would be sent, with secrets left out
}

func channelByName(name string) (*channel, error) {
	var sender notify.Sender
	for _, c := range []channel{
		chat("slack", &sender, (*notify.News).Slack),
		chat("teams", &sender, (*notify.News).Teams),
		{"webhook", readyWebhook(&sender), func(n *notify.News) ([]byte, error) {
			return postDraft(n.JSON, notify.DeliveryHeader+": "+n.Delivery(), notify.TimestampHeader+": (left out)", notify.SignatureHeader+": (left out)")
		}},
		{"email", readyEmail(&sender), func(n *notify.News) ([]byte, error) {
			return bytes.ReplaceAll(n.Draft(time.Now()), []byte("\r\n"), []byte("\n")), nil
		}},
	} {
		if c.name == name {
			return &c, nil
		}
	}
	return nil, usagef("unknown --to %q: use slack, teams, webhook or email", name)
}

// chat is a channel whose address is its secret.
func chat(name string, s *notify.Sender, body func(*notify.News) ([]byte, error)) channel {
	return channel{name, func(v *values) (sending, error) {
		address := v.required(notifyURL)
		v.check(notifyURL, notify.CheckAddress, address)
		return func(ctx context.Context, n *notify.News) error {
			b, err := body(n)
			if err != nil {
				return err
			}
			return s.Post(ctx, address, b)
		}, v.error()
	}, func(n *notify.News) ([]byte, error) {
		return postDraft(func() ([]byte, error) { return body(n) })
	}}
}

func readyWebhook(s *notify.Sender) func(*values) (sending, error) {
	return func(v *values) (sending, error) {
		address, secret := v.required(notifyURL), v.required(notifySecret)
		v.check(notifyURL, notify.CheckAddress, address)
		v.check(notifySecret, notify.CheckSecret, secret)
		return func(ctx context.Context, n *notify.News) error { return s.PostSigned(ctx, address, secret, n) }, v.error()
	}
}

func readyEmail(s *notify.Sender) func(*values) (sending, error) {
	return func(v *values) (sending, error) {
		m := notify.Mail{Server: v.required(smtpServer), From: v.required(smtpFrom), To: v.required(smtpTo), User: v.get(smtpUser), Password: v.get(smtpPassword)}
		if err := v.error(); err != nil {
			return nil, err
		}
		if err := m.Check(); err != nil {
			return nil, usageError{fmt.Errorf("DEMARC_SMTP_…: %w", err)}
		}
		return func(ctx context.Context, n *notify.News) error { return s.Email(ctx, m, n) }, nil
	}
}

// postDraft is a request as it would be sent. Characters that a terminal would
// obey, and those that hide text, stand as JSON's escapes.
func postDraft(body func() ([]byte, error), headers ...string) ([]byte, error) {
	b, err := body()
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	out.WriteString("POST (address left out)\nContent-Type: application/json; charset=utf-8\n")
	for _, h := range headers {
		out.WriteString(h + "\n")
	}
	out.WriteString("\n")
	var indented bytes.Buffer
	if err := json.Indent(&indented, b, "", "  "); err != nil {
		return nil, err
	}
	for _, r := range indented.String() {
		switch {
		case r == '\n' || unicode.IsPrint(r):
			out.WriteRune(r)
		case r > 0xFFFF:
			out.WriteRune('\uFFFD')
		default:
			fmt.Fprintf(&out, `\u%04x`, r)
		}
	}
	out.WriteString("\n")
	return out.Bytes(), nil
}

// values are the variables of the command: from files that flags name, else from
// the environment. Its errors name variables and files, never values.
type values struct {
	files map[string]string
	errs  []error
}

// name takes the files of --value-file.
func (v *values) name(files []string) error {
	for _, f := range files {
		name, path, ok := strings.Cut(f, "=")
		switch {
		case !ok || !slices.Contains(notifyVariables, name):
			return usagef("--value-file is VARIABLE=PATH, with a variable of %s", strings.Join(notifyVariables, ", "))
		case v.files[name] != "":
			return usagef("--value-file names a file for %s twice", name)
		case path == "":
			return usagef("--value-file names no file for %s", name)
		}
		v.files[name] = path
	}
	return nil
}

// get reads a value; "" where there is none.
func (v *values) get(name string) string {
	path, ok := v.files[name]
	if !ok {
		return strings.TrimSpace(os.Getenv(name))
	}
	b, err := os.ReadFile(path)
	if err != nil {
		v.errs = append(v.errs, fmt.Errorf("cannot read the file of %s: %w", name, reason(err)))
	}
	return strings.TrimSpace(string(b))
}

// required reads a value that there has to be.
func (v *values) required(name string) string {
	before := len(v.errs)
	value := v.get(name)
	if value == "" && len(v.errs) == before {
		v.errs = append(v.errs, fmt.Errorf("%s is not set: set it, or name its file with --value-file %s=PATH", name, name))
	}
	return value
}

// check judges a value that there is.
func (v *values) check(name string, judge func(string) error, value string) {
	if value == "" {
		return
	}
	if err := judge(value); err != nil {
		v.errs = append(v.errs, fmt.Errorf("%s: %w", name, err))
	}
}

func (v *values) error() error {
	if len(v.errs) == 0 {
		return nil
	}
	return usageError{errors.Join(v.errs...)}
}
