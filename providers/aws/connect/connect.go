// Package connect finds the way into real AWS accounts: credentials, who they
// are, and which regions there are.
package connect

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	awsmw "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/credentials/processcreds"
	"github.com/aws/aws-sdk-go-v2/credentials/stscreds"
	"github.com/aws/aws-sdk-go-v2/service/account"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/organizations"
	"github.com/aws/aws-sdk-go-v2/service/sts"
	"github.com/aws/smithy-go/middleware"

	provider "demarc/providers/aws"
	"demarc/providers/inventory"
	"demarc/scanner"
)

// Settings are the user's. The zero Settings take the SDK's standard
// credential chain and all enabled regions.
type Settings struct {
	Profile    string
	RoleARN    string // a role to assume with the credentials found
	ExternalID string // that the role asks for
	Regions    []string
	Trusted    []string // accounts that are the user's own beside the scanned one
	ScanID     string   // goes into the User-Agent and the role session name
	Tuning     provider.Tuning
}

// A Provider scans the account behind one set of credentials.
type Provider struct {
	Caller  string // the ARN of who the scan is made as
	Account string
	session *provider.Session
	named   bool     // the user named accounts of his own
	regions []string // chosen by the user; none: all
	config  aws.Config
}

// ErrNoCredentials says the three ways to get some.
var ErrNoCredentials = errors.New(`no AWS credentials were found. Give some in one of three ways:
  1. a profile:      aws configure sso (or: aws configure), then demarc scan aws --profile NAME
  2. environment:    AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, for temporary ones, AWS_SESSION_TOKEN
  3. where it runs:  the role of an EC2 instance, a container, or a CI job (web identity)`)

// Open loads the credentials, takes on the role, and asks who it is.
func Open(ctx context.Context, s Settings) (*Provider, error) {
	for i, r := range s.Regions {
		s.Regions[i] = strings.TrimSpace(r)
	}
	if role, ok := provider.ParseARN(s.RoleARN); s.RoleARN != "" && (!ok || role.Service != "iam" || !strings.HasPrefix(role.Resource, "role/")) {
		return nil, scanner.UsageError(fmt.Sprintf("--role-arn %q is not the ARN of a role: arn:aws:iam::<account>:role/<name>", s.RoleARN))
	}
	if s.ExternalID != "" && s.RoleARN == "" {
		return nil, scanner.UsageError("--external-id goes with --role-arn; a profile names its own in external_id")
	}
	name := "demarc-" + s.ScanID
	opts := []func(*config.LoadOptions) error{
		config.WithDefaultRegion(home(s)), // of exchanges of credentials too
		config.WithAPIOptions([]func(*middleware.Stack) error{awsmw.AddUserAgentKey(name)}),
		config.WithAssumeRoleCredentialOptions(func(o *stscreds.AssumeRoleOptions) {
			o.RoleSessionName = name
			o.TokenProvider = mfaCode
		}),
		config.WithWebIdentityRoleCredentialOptions(func(o *stscreds.WebIdentityRoleOptions) { o.RoleSessionName = name }),
	}
	if s.Profile != "" {
		opts = append(opts, config.WithSharedConfigProfile(s.Profile))
	}
	cfg, err := config.LoadDefaultConfig(ctx, opts...)
	if err != nil {
		return nil, explain(err, s)
	}
	if s.RoleARN != "" {
		base := provider.NewSession(cfg, "", "", s.Tuning)
		cfg.Credentials = aws.NewCredentialsCache(stscreds.NewAssumeRoleProvider(
			sts.NewFromConfig(provider.ConfigIn(inventory.Scope{Session: base}, "sts", "")), s.RoleARN,
			func(o *stscreds.AssumeRoleOptions) {
				o.RoleSessionName = name
				if s.ExternalID != "" {
					o.ExternalID = &s.ExternalID
				}
			}))
	}
	return identify(ctx, cfg, s)
}

// mfaCode asks for the code that a profile's role wants; standard output is
// the report's.
func mfaCode() (code string, err error) {
	fmt.Fprint(os.Stderr, "MFA code of the role: ")
	_, err = fmt.Scanln(&code)
	return code, err
}

// homes are a region of each partition that every account in it has, by what
// the names of the partition's regions begin with.
var homes = []struct{ prefix, partition, region string }{
	{"cn-", "aws-cn", "cn-north-1"},
	{"us-gov-", "aws-us-gov", "us-gov-west-1"},
	{"us-iso-", "aws-iso", "us-iso-east-1"},
	{"us-isob-", "aws-iso-b", "us-isob-east-1"},
	{"eusc-", "aws-eusc", "eusc-de-east-1"},
	{"", "aws", "us-east-1"},
}

// home is the region that is asked first where none is configured. Credentials
// of one partition are unknown in the others, so what the user names tells.
func home(s Settings) string {
	role, _ := provider.ParseARN(s.RoleARN)
	for _, h := range homes {
		if len(s.Regions) > 0 && strings.HasPrefix(s.Regions[0], h.prefix) || len(s.Regions) == 0 && role.Partition == h.partition {
			return h.region
		}
	}
	return "us-east-1"
}

// identify makes the first call: who am I.
func identify(ctx context.Context, cfg aws.Config, s Settings) (*Provider, error) {
	who := provider.NewSession(cfg, "", "", s.Tuning)
	me, err := sts.NewFromConfig(provider.ConfigIn(inventory.Scope{Session: who}, "sts", "")).
		GetCallerIdentity(ctx, &sts.GetCallerIdentityInput{})
	if err != nil {
		return nil, explain(err, s)
	}
	if me.Account == nil || me.Arn == nil {
		return nil, fmt.Errorf("asking AWS who the credentials are: %w", provider.ErrBroken)
	}
	arn, _ := provider.ParseARN(*me.Arn)
	p := &Provider{Caller: *me.Arn, Account: *me.Account, named: len(s.Trusted) > 0, regions: s.Regions, config: cfg}
	p.session = provider.NewSession(cfg, *me.Account, arn.Partition, s.Tuning)
	own := append([]string{*me.Account}, s.Trusted...)
	p.session.Trusted = func(a string) bool { return slices.Contains(own, a) }
	return p, nil
}

// explain words what went wrong before the scan could begin.
func explain(err error, s Settings) error {
	var noProfile config.SharedConfigProfileNotExistError
	var process *processcreds.ProviderError
	switch {
	case errors.As(err, &process): // its text may quote what the program printed
		return errors.New("the credential_process of the profile gave no credentials: run it by itself to see why")
	case errors.As(err, &noProfile):
		return fmt.Errorf("there is no AWS profile %q in the configuration files: see `aws configure list-profiles`", cmp.Or(s.Profile, os.Getenv("AWS_PROFILE"), "default"))
	case provider.Code(err, "ExpiredToken", "ExpiredTokenException", "RequestExpired"):
		return errors.New("the AWS credentials have expired: renew them (aws sso login, or a new session token) and scan again")
	case provider.Code(err, "InvalidClientTokenId", "UnrecognizedClientException", "SignatureDoesNotMatch", "InvalidAccessKeyId"):
		return errors.New("AWS does not accept the credentials: the access key is unknown, switched off, or its secret is wrong. Accounts in China and in GovCloud need a region of theirs (AWS_REGION), and a region that is off in the account knows no credentials")
	case provider.Code(err, "AccessDenied", "AccessDeniedException") && s.RoleARN != "":
		return fmt.Errorf("the role %s cannot be assumed: its trust policy must name you, and the external id must match", s.RoleARN)
	case strings.Contains(err.Error(), "failed to refresh cached credentials") && strings.Contains(err.Error(), "EC2 IMDS"),
		strings.Contains(err.Error(), "no EC2 IMDS role found"), strings.Contains(err.Error(), "static credentials are empty"):
		return ErrNoCredentials
	case strings.Contains(err.Error(), "SSO session has expired"), strings.Contains(err.Error(), "refresh cached SSO token"):
		return errors.New("the AWS single sign-on session has expired: run `aws sso login` and scan again")
	}
	return fmt.Errorf("asking AWS who the credentials are: %w", err)
}

// Name implements scanner.Provider.
func (p *Provider) Name() string { return "aws" }

// Classify implements scanner.Provider.
func (p *Provider) Classify(err error, permissions []string) inventory.Gap {
	return provider.Classify(err, permissions)
}

// Accounts implements scanner.Provider: the one account, with its regions.
func (p *Provider) Accounts(ctx context.Context) ([]scanner.Account, error) {
	p.trustOrganization(ctx)
	a, err := AccountOf(ctx, p.session, p.regions)
	if err != nil {
		return nil, err
	}
	a.Caller = p.Caller
	return []scanner.Account{a}, nil
}

// trustOrganization adds the accounts of the organization to the trusted ones,
// where the credentials may list them.
func (p *Provider) trustOrganization(ctx context.Context) {
	var own []string
	c := organizations.NewFromConfig(provider.ConfigIn(inventory.Scope{Session: p.session}, "organizations", ""))
	for out, err := range provider.Pages(ctx, c.ListAccounts, &organizations.ListAccountsInput{},
		func(out *organizations.ListAccountsOutput) *string { return out.NextToken },
		func(in *organizations.ListAccountsInput, t *string) { in.NextToken = t }) {
		if err != nil {
			// An account that is in no organization has no others. Whoever names
			// accounts of his own has said which they are.
			alone := provider.Code(err, "AWSOrganizationsNotInUseException")
			p.session.Unsure = !alone && !p.named
			break
		}
		for _, a := range out.Accounts {
			own = append(own, provider.Deref(a.Id))
		}
	}
	before := p.session.Trusted
	p.session.Trusted = func(a string) bool { return before(a) || slices.Contains(own, a) }
}

// AccountOf lays out the scopes of a session's account: the account itself and
// its enabled regions, or those of them that were chosen.
func AccountOf(ctx context.Context, sess *provider.Session, chosen []string) (scanner.Account, error) {
	a := scanner.Account{Calls: sess.Calls}
	a.Provider, a.Account = "aws", sess.Account
	scope := inventory.Scope{Level: inventory.AtAccount, Provider: "aws", Account: sess.Account, Session: sess}
	a.Scopes = append(a.Scopes, scope)
	a.AccountName = accountName(ctx, scope)
	all := true
	out, err := ec2.NewFromConfig(provider.Config(scope, "ec2")).DescribeRegions(ctx, &ec2.DescribeRegionsInput{AllRegions: &all})
	if err != nil {
		return withoutRegionList(a, scope, chosen, provider.Classify(err, []string{"ec2:DescribeRegions"})), nil
	}
	status := map[string]string{}
	for _, r := range out.Regions {
		status[provider.Deref(r.RegionName)] = provider.Deref(r.OptInStatus)
	}
	if _, nameless := status[""]; nameless || len(status) == 0 { // no account is without regions
		return withoutRegionList(a, scope, chosen, inventory.Gap{Reason: inventory.Failed, Call: "EC2 DescribeRegions", Action: "ec2:DescribeRegions"}), nil
	}
	if err := known(chosen, status); err != nil {
		return a, err
	}
	var names []string
	for name := range status {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		switch {
		case status[name] == "not-opted-in":
			a.Left = append(a.Left, scanner.LeftOut{Region: name, Why: "not enabled in the account"})
		case len(chosen) > 0 && !slices.Contains(chosen, name):
			a.LeftOut = append(a.LeftOut, name)
			a.Left = append(a.Left, scanner.LeftOut{Region: name, Why: "not chosen"})
		default:
			a.Scopes = append(a.Scopes, region(scope, name))
		}
	}
	return a, nil
}

// withoutRegionList lays out an account whose regions cannot be listed: its
// home alone, and a Gap for all the others; or the regions that were named, and
// the others left out, whichever they are.
func withoutRegionList(a scanner.Account, scope inventory.Scope, chosen []string, g inventory.Gap) scanner.Account {
	g.Where = scope.String()
	if len(chosen) == 0 {
		a.Closed = append(a.Closed, inventory.Closed{Level: inventory.AtRegion, Gap: g})
		a.Scopes = append(a.Scopes, region(scope, provider.From(scope).Home))
		return a
	}
	for _, name := range slices.Compact(slices.Sorted(slices.Values(chosen))) {
		a.Scopes = append(a.Scopes, region(scope, name))
	}
	a.Unread = append(a.Unread, g)
	a.LeftOut = append(a.LeftOut, inventory.Others)
	a.Left = append(a.Left, scanner.LeftOut{Region: inventory.Others, Why: "not chosen; which there are could not be read: " + g.String()})
	return a
}

func region(account inventory.Scope, name string) inventory.Scope {
	account.Level, account.Region = inventory.AtRegion, name
	return account
}

// known refuses regions that do not exist or are not switched on.
func known(chosen []string, status map[string]string) error {
	for _, name := range chosen {
		switch s, ok := status[name]; {
		case !ok:
			return scanner.UsageError(fmt.Sprintf("unknown region %q%s", name, nearest(name, status)))
		case s == "not-opted-in":
			return scanner.UsageError(fmt.Sprintf("region %s is not enabled in this account: enable it, or leave it out of --region", name))
		}
	}
	return nil
}

// nearest suggests the regions that begin as the wrong name does.
func nearest(name string, status map[string]string) string {
	var like []string
	for r := range status {
		if len(name) >= 2 && strings.HasPrefix(r, name[:2]) {
			like = append(like, r)
		}
	}
	if len(like) == 0 {
		return ""
	}
	slices.Sort(like)
	return ": did you mean " + strings.Join(like, ", ") + "?"
}

// accountName is what people call the account; "" where it may not be read.
func accountName(ctx context.Context, s inventory.Scope) string {
	out, err := account.NewFromConfig(provider.Config(s, "account")).GetAccountInformation(ctx, &account.GetAccountInformationInput{})
	if err != nil {
		return ""
	}
	return provider.Deref(out.AccountName)
}

// Actions are the permissions that every scan uses, whatever it checks. Only
// the regions are needed: without the others, findings lack the account's
// name, tags, and the knowledge of which accounts are the organization's.
var Actions = []string{"account:GetAccountInformation", "ec2:DescribeRegions", "organizations:ListAccounts", "tag:GetResources"}
