package connect

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/account"
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	provider "demarc/providers/aws"
	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
	"demarc/providers/inventory"
	"demarc/scanner"
)

// An asked is one request, as STS sees it.
type asked struct{ action, session, agent, region string }

// serveSTS serves STS over HTTP to credentials that the environment names.
func serveSTS(t *testing.T, arn string) *[]asked {
	t.Helper()
	var mu sync.Mutex
	var all []asked
	signed := regexp.MustCompile(`Credential=[^/]+/\d+/([^/]+)/`)
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_ = r.ParseForm()
		region := ""
		if m := signed.FindStringSubmatch(r.Header.Get("Authorization")); m != nil {
			region = m[1]
		}
		mu.Lock()
		all = append(all, asked{r.Form.Get("Action"), r.Form.Get("RoleSessionName"), r.Header.Get("User-Agent"), region})
		mu.Unlock()
		switch action := r.Form.Get("Action"); action {
		case "GetCallerIdentity":
			fmt.Fprintf(w, `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>%s</Arn><Account>111122223333</Account><UserId>U</UserId></GetCallerIdentityResult></GetCallerIdentityResponse>`, arn)
		case "AssumeRole", "AssumeRoleWithWebIdentity":
			fmt.Fprintf(w, `<%[1]sResponse><%[1]sResult><Credentials><AccessKeyId>ASIAX</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>%[2]s</Expiration></Credentials></%[1]sResult></%[1]sResponse>`,
				action, time.Now().Add(time.Hour).UTC().Format(time.RFC3339))
		default:
			w.WriteHeader(http.StatusBadRequest)
		}
	}))
	t.Cleanup(srv.Close)
	dir := t.TempDir()
	for _, v := range os.Environ() {
		if name, _, _ := strings.Cut(v, "="); strings.HasPrefix(name, "AWS_") {
			t.Setenv(name, "")
			os.Unsetenv(name)
		}
	}
	t.Setenv("AWS_ENDPOINT_URL_STS", srv.URL) // the SDK's own exchanges of credentials pass AWS_ENDPOINT_URL over
	t.Setenv("AWS_CONFIG_FILE", filepath.Join(dir, "config"))
	t.Setenv("AWS_SHARED_CREDENTIALS_FILE", filepath.Join(dir, "credentials"))
	t.Setenv("AWS_EC2_METADATA_DISABLED", "true")
	return &all
}

func configFile(t *testing.T, text string) {
	t.Helper()
	if err := os.WriteFile(os.Getenv("AWS_CONFIG_FILE"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// Whoever watches the account recognises the scan: by the User-Agent of every
// call, and by the name of the role's session.
func TestScanIsRecognised(t *testing.T) {
	valid := regexp.MustCompile(`^[\w+=,.@-]{2,64}$`) // STS API reference, AssumeRole, RoleSessionName
	for _, tc := range []struct {
		name   string
		set    func(t *testing.T) Settings
		action string
	}{
		{"keys", func(t *testing.T) Settings {
			t.Setenv("AWS_ACCESS_KEY_ID", "x")
			t.Setenv("AWS_SECRET_ACCESS_KEY", "x")
			return Settings{}
		}, ""},
		{"role", func(t *testing.T) Settings {
			t.Setenv("AWS_ACCESS_KEY_ID", "x")
			t.Setenv("AWS_SECRET_ACCESS_KEY", "x")
			return Settings{RoleARN: "arn:aws:iam::111122223333:role/audit"}
		}, "AssumeRole"},
		{"role of a profile", func(t *testing.T) Settings {
			configFile(t, "[profile keys]\naws_access_key_id = x\naws_secret_access_key = x\n[profile audit]\nrole_arn = arn:aws:iam::111122223333:role/audit\nsource_profile = keys\n")
			return Settings{Profile: "audit"}
		}, "AssumeRole"},
		{"web identity", func(t *testing.T) Settings {
			token := filepath.Join(t.TempDir(), "token")
			if err := os.WriteFile(token, []byte("t"), 0o600); err != nil {
				t.Fatal(err)
			}
			t.Setenv("AWS_WEB_IDENTITY_TOKEN_FILE", token)
			t.Setenv("AWS_ROLE_ARN", "arn:aws:iam::111122223333:role/ci")
			return Settings{}
		}, "AssumeRoleWithWebIdentity"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			all := serveSTS(t, "arn:aws:sts::111122223333:assumed-role/audit/x")
			s := tc.set(t)
			s.ScanID = "20261124-0a1b2c3d"
			if _, err := Open(t.Context(), s); err != nil {
				t.Fatal(err)
			}
			exchanged := false
			for _, a := range *all {
				if !strings.Contains(a.agent, "demarc-20261124-0a1b2c3d") {
					t.Errorf("%s goes out as %q", a.action, a.agent)
				}
				if a.action == tc.action {
					exchanged = true
					if a.session != "demarc-20261124-0a1b2c3d" || !valid.MatchString(a.session) {
						t.Errorf("the session is called %q", a.session)
					}
				}
			}
			if tc.action != "" && !exchanged {
				t.Errorf("no %s among %v", tc.action, *all)
			}
		})
	}
}

// The first call goes to a region of the account's partition.
func TestHomeRegion(t *testing.T) {
	for _, tc := range []struct {
		name, env string
		s         Settings
		want      string
	}{
		{"none", "", Settings{}, "us-east-1"},
		{"configured", "eu-central-1", Settings{Regions: []string{"us-west-2"}}, "eu-central-1"},
		{"chosen", "", Settings{Regions: []string{"eu-west-1"}}, "us-east-1"},
		{"chosen in China", "", Settings{Regions: []string{"cn-northwest-1"}}, "cn-north-1"},
		{"chosen in GovCloud", "", Settings{Regions: []string{"us-gov-east-1"}}, "us-gov-west-1"},
		{"role in GovCloud", "", Settings{RoleARN: "arn:aws-us-gov:iam::111122223333:role/r"}, "us-gov-west-1"},
		{"role in China", "", Settings{RoleARN: "arn:aws-cn:iam::111122223333:role/r"}, "cn-north-1"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			all := serveSTS(t, "arn:aws:iam::111122223333:user/u")
			t.Setenv("AWS_ACCESS_KEY_ID", "x")
			t.Setenv("AWS_SECRET_ACCESS_KEY", "x")
			t.Setenv("AWS_REGION", tc.env)
			p, err := Open(t.Context(), tc.s)
			if err != nil {
				t.Fatal(err)
			}
			if got := (*all)[0].region; got != tc.want || p.session.Home != tc.want {
				t.Errorf("asked %s, home %s, want %s", got, p.session.Home, tc.want)
			}
		})
	}
}

// The partition is the caller's, whatever the region was.
func TestPartition(t *testing.T) {
	serveSTS(t, "arn:aws-cn:iam::111122223333:user/u")
	t.Setenv("AWS_ACCESS_KEY_ID", "x")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "x")
	p, err := Open(t.Context(), Settings{Regions: []string{"cn-north-1"}})
	if err != nil {
		t.Fatal(err)
	}
	s := inventory.Scope{Account: p.Account, Region: "cn-north-1", Session: p.session}
	if arn := provider.MakeARN(s, "ec2", "instance/i"); arn != "arn:aws-cn:ec2:cn-north-1:111122223333:instance/i" {
		t.Error(arn)
	}
}

// What a program printed in place of credentials may hold them.
func TestCredentialProcessIsNotQuoted(t *testing.T) {
	serveSTS(t, "")
	configFile(t, "[default]\ncredential_process = echo '{\"SecretAccessKey\": \"hush\",'\n")
	_, err := Open(t.Context(), Settings{})
	if err == nil || strings.Contains(err.Error(), "hush") || !strings.Contains(err.Error(), "credential_process") {
		t.Errorf("got %v", err)
	}
}

// Regions that were named are scanned as named, though the others cannot be
// listed; whoever asks for all of the account is told of these.
func TestChosenRegionsWithoutList(t *testing.T) {
	var e awsfake.Estate
	awsfake.On(&e, func(awsfake.Call, *account.GetAccountInformationInput) (*account.GetAccountInformationOutput, error) {
		return &account.GetAccountInformationOutput{}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *ec2.DescribeRegionsInput) (*ec2.DescribeRegionsOutput, error) {
		return nil, awsfake.Error(403, "UnauthorizedOperation", "no")
	})
	sess := provider.From(awstest.Target(&e, awstest.Account).Scopes[0])
	a, err := AccountOf(t.Context(), sess, []string{"eu-west-1", "eu-west-1", "eu-west-2"})
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Scopes) != 3 || len(a.Closed) != 0 || !slices.Equal(a.LeftOut, []string{inventory.Others}) {
		t.Errorf("%+v", a)
	}
	if len(a.Left) != 1 || !strings.Contains(a.Left[0].Why, "ec2:DescribeRegions") {
		t.Errorf("%+v", a.Left)
	}
}

// A region without a status is one all the same.
func TestRegionWithoutStatus(t *testing.T) {
	if err := known([]string{"us-east-1"}, map[string]string{"us-east-1": ""}); err != nil {
		t.Error(err)
	}
	if err := known([]string{"us-east-9"}, map[string]string{"us-east-1": ""}); err == nil {
		t.Error("an unknown region is known")
	}
}

func TestExplain(t *testing.T) {
	for _, tc := range []struct {
		err  error
		want string
	}{
		{awsfake.Error(403, "InvalidClientTokenId", "m"), "GovCloud"},
		{awsfake.Error(403, "ExpiredToken", "m"), "expired"},
		{errors.New("failed to refresh cached credentials, no EC2 IMDS role found"), "three ways"},
	} {
		if got := explain(tc.err, Settings{}).Error(); !strings.Contains(got, tc.want) {
			t.Errorf("%v: %s", tc.err, got)
		}
	}
}

type hosts func(string)

func (h hosts) Do(r *http.Request) (*http.Response, error) {
	h(r.URL.Host)
	return nil, errors.New("enough")
}

// The SDK's own settings of endpoints hold for every client of a session.
func TestEndpointSettings(t *testing.T) {
	for name, tc := range map[string]struct{ variable, value, want string }{
		"fips":       {"AWS_USE_FIPS_ENDPOINT", "true", "ec2-fips.us-east-1.amazonaws.com"},
		"dual stack": {"AWS_USE_DUALSTACK_ENDPOINT", "true", "ec2.us-east-1.api.aws"},
		"all":        {"AWS_ENDPOINT_URL", "http://all.example", "all.example"},
		"one":        {"AWS_ENDPOINT_URL_EC2", "http://one.example", "one.example"},
	} {
		t.Run(name, func(t *testing.T) {
			serveSTS(t, "")
			t.Setenv("AWS_ENDPOINT_URL", "")
			os.Unsetenv("AWS_ENDPOINT_URL")
			t.Setenv("AWS_ENDPOINT_URL_STS", "")
			t.Setenv("AWS_ACCESS_KEY_ID", "x")
			t.Setenv("AWS_SECRET_ACCESS_KEY", "x")
			t.Setenv("AWS_REGION", "us-east-1")
			t.Setenv(tc.variable, tc.value)
			cfg, err := config.LoadDefaultConfig(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			host := ""
			cfg.HTTPClient = hosts(func(h string) { host = h })
			sess := provider.NewSession(cfg, "1", "", provider.Tuning{MaxAttempts: 1})
			scope := inventory.Scope{Session: sess, Region: "us-east-1"}
			_, _ = ec2.NewFromConfig(provider.Config(scope, "ec2")).DescribeRegions(t.Context(), &ec2.DescribeRegionsInput{})
			if host != tc.want {
				t.Errorf("the call goes to %q, want %q", host, tc.want)
			}
		})
	}
}

// What cannot be meant is refused before anything is asked.
func TestOpenRefuses(t *testing.T) {
	all := serveSTS(t, "")
	for _, s := range []Settings{{RoleARN: "audit"}, {RoleARN: "arn:aws:iam::1:user/u"}, {ExternalID: "x"}} {
		_, err := Open(t.Context(), s)
		var usage scanner.UsageError
		if !errors.As(err, &usage) {
			t.Errorf("%+v: %v", s, err)
		}
	}
	if len(*all) > 0 {
		t.Errorf("asked %v", *all)
	}
}
