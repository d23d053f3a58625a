package iam

import (
	"context"
	"iter"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/iam/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A Root is the root user of the account.
type Root struct {
	inventory.Resource
	Summary     inventory.Known[Summary]     `fetch:"-"`
	VirtualMFA  inventory.Known[[]string]    `fetch:"-"` // serial numbers of its virtual MFA devices
	Credentials inventory.Known[Credentials] `fetch:"-"`
}

// A Summary is what the account summary says of the root user.
type Summary struct {
	MFA      inventory.Known[bool]
	Keys     inventory.Known[bool]
	Password inventory.Known[bool]
}

// Roots lists the root user itself, without a call.
var Roots = &inventory.Type[Root]{
	Kind:  "aws.iam.Root",
	Level: inventory.AtAccount,
	Model: inventory.Account,
	List: func(_ context.Context, s inventory.Scope) iter.Seq2[*Root, error] {
		arn := aws.ARN{Partition: aws.From(s).Partition, Service: "iam", Account: s.Account, Resource: "root"}.String()
		r := aws.Resource(s, arn, "root")
		r.Tags = inventory.Of[map[string]string](nil)
		return aws.One([]*Root{{Resource: r}}, nil)
	},
}

// RootSummary fetches Root.Summary.
var RootSummary = &inventory.Field[Root, Summary]{
	Of: Roots, Column: "summary", Actions: []string{"iam:GetAccountSummary"},
	At: func(r *Root) *inventory.Known[Summary] { return &r.Summary },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Root) (Summary, error) {
		out, err := client(s).GetAccountSummary(ctx, &iam.GetAccountSummaryInput{})
		if err != nil {
			return Summary{}, err
		}
		read := func(key types.SummaryKeyType, absent inventory.Known[bool]) inventory.Known[bool] {
			n, ok := out.SummaryMap[string(key)]
			if !ok {
				return absent
			}
			return inventory.Of(n > 0)
		}
		unanswered := inventory.Unanswered[bool]("IAM GetAccountSummary", "what is asked of the root user")
		return Summary{
			MFA:  read(types.SummaryKeyTypeAccountMFAEnabled, unanswered),
			Keys: read(types.SummaryKeyTypeAccountAccessKeysPresent, unanswered),
			// A root user has a password from the first day. Only centralized
			// root access takes it away, and it came with the key that says so
			// (IAM User Guide, "Centrally manage root access for member
			// accounts"): where the key is absent, so is the means.
			Password: read(types.SummaryKeyTypeAccountPasswordPresent, inventory.Of(true)),
		}, nil
	},
}

// RootVirtualMFA fetches Root.VirtualMFA.
var RootVirtualMFA = &inventory.Field[Root, []string]{
	Of: Roots, Column: "virtualMFA", Uses: []inventory.Source{VirtualMFADevices},
	At: func(r *Root) *inventory.Known[[]string] { return &r.VirtualMFA },
	Fetch: func(ctx context.Context, s inventory.Scope, r *Root) ([]string, error) {
		devices, err := VirtualMFADevices.Get(ctx, s)
		return devices[r.Full], err
	},
}

// RootCredentials fetches Root.Credentials.
var RootCredentials = &inventory.Field[Root, Credentials]{
	Of: Roots, Column: "credentials", Uses: []inventory.Source{CredentialReport},
	At: func(r *Root) *inventory.Known[Credentials] { return &r.Credentials },
	Fetch: func(ctx context.Context, s inventory.Scope, r *Root) (Credentials, error) {
		report, err := CredentialReport.Get(ctx, s)
		if err != nil {
			return Credentials{}, err
		}
		if c, ok := report.of[r.Full]; ok {
			return c, nil
		}
		return Credentials{}, aws.ErrBroken
	},
}

// VirtualMFADevices lists the serial numbers of the virtual MFA devices in use,
// by the ARN of the user that each belongs to.
var VirtualMFADevices = &inventory.Call[map[string][]string]{
	Title:   "aws.iam.virtualMFADevices",
	Actions: []string{"iam:ListVirtualMFADevices"},
	Do: func(ctx context.Context, s inventory.Scope) (map[string][]string, error) {
		all := map[string][]string{}
		in := &iam.ListVirtualMFADevicesInput{AssignmentStatus: types.AssignmentStatusTypeAssigned}
		// The list "is required" (API reference): without devices it is empty.
		call := aws.Whole(client(s).ListVirtualMFADevices, func(out *iam.ListVirtualMFADevicesOutput) bool {
			return out.VirtualMFADevices == nil || cut(out.IsTruncated, out.Marker)
		})
		for out, err := range aws.Pages(ctx, call, in,
			func(out *iam.ListVirtualMFADevicesOutput) *string { return out.Marker },
			func(in *iam.ListVirtualMFADevicesInput, token *string) { in.Marker = token }) {
			if err != nil {
				return nil, err
			}
			for _, d := range out.VirtualMFADevices {
				serial := aws.Deref(d.SerialNumber)
				user, ok := holder(d.User, serial)
				if !ok || serial == "" {
					return nil, aws.ErrBroken
				}
				all[user] = append(all[user], serial)
			}
		}
		return all, nil
	},
}

// rootDevice ends the serial number that the console gives to the root user's
// virtual device.
const rootDevice = ":mfa/root-account-mfa-device"

// holder is the ARN of the user that has a device. The root user's devices may
// have any name; the user's ARN tells them.
func holder(u *types.User, serial string) (arn string, ok bool) {
	if u != nil && u.Arn != nil {
		return *u.Arn, true
	}
	if account, found := strings.CutSuffix(serial, rootDevice); found {
		return account + ":root", true
	}
	return "", false
}
