// Package kms collects the keys of AWS Key Management Service.
package kms

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/kms"

	"demarc/providers/aws"
	"demarc/providers/aws/trust"
	"demarc/providers/inventory"
)

// A Key is a KMS key that lies in the account.
type Key struct {
	inventory.Resource
	Aliases  inventory.Known[[]string]     // without "alias/", sorted
	Metadata inventory.Known[Metadata]     `fetch:"-"`
	Rotation inventory.Known[Rotation]     `fetch:"-"`
	Policy   inventory.Known[trust.Policy] `fetch:"-"`
}

// Metadata is what a key is, in the words of the API.
type Metadata struct {
	Manager     string                  // AWS, CUSTOMER
	State       string                  // Enabled, Disabled, PendingDeletion, …
	Spec        inventory.Known[string] // SYMMETRIC_DEFAULT, RSA_2048, …
	Usage       inventory.Known[string] // ENCRYPT_DECRYPT, SIGN_VERIFY, …
	Origin      inventory.Known[string] // AWS_KMS, EXTERNAL, AWS_CLOUDHSM, EXTERNAL_KEY_STORE
	MultiRegion inventory.Known[bool]
	Deletion    time.Time // zero where none is scheduled
}

// Deleting reports whether the key is scheduled for deletion.
func (m Metadata) Deleting() bool {
	return m.State == "PendingDeletion" || m.State == "PendingReplicaDeletion"
}

// A Rotation says whether KMS gives the key new material by itself. It is zero
// for kinds of key that KMS never rotates.
type Rotation struct {
	Enabled bool
	Days    int // between two rotations
}

// cut reports whether a page says that there are more and does not say where:
// "when Truncated is true, this element is present" (API reference, "NextMarker").
func cut(truncated bool, marker *string) bool { return truncated && aws.Deref(marker) == "" }

// aliases reads the names of a region's keys, by key id, in one paged call.
var aliases = &inventory.Call[map[string][]string]{
	Title:   "aws.kms.aliases",
	Actions: []string{"kms:ListAliases"},
	Do: func(ctx context.Context, s inventory.Scope) (map[string][]string, error) {
		all := map[string][]string{}
		call := aws.Whole(client(s).ListAliases, func(out *kms.ListAliasesOutput) bool { return cut(out.Truncated, out.NextMarker) })
		for out, err := range aws.Pages(ctx, call, &kms.ListAliasesInput{},
			func(out *kms.ListAliasesOutput) *string { return out.NextMarker },
			func(in *kms.ListAliasesInput, token *string) { in.Marker = token }) {
			if err != nil {
				return all, err
			}
			for _, a := range out.Aliases {
				if a.TargetKeyId != nil && a.AliasName != nil {
					all[*a.TargetKeyId] = append(all[*a.TargetKeyId], strings.TrimPrefix(*a.AliasName, "alias/"))
				}
			}
		}
		return all, nil
	},
}

// Keys lists the keys of a region. Those without an alias, or whose aliases
// may not be read, go by their id: the keys are listed all the same.
var Keys = &inventory.Type[Key]{
	Kind:    "aws.kms.Key",
	Level:   inventory.AtRegion,
	Model:   inventory.Account,
	Actions: []string{"kms:ListKeys"},
	Uses:    []inventory.Source{aliases},
	Tags:    aws.ResourceTags,
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Key, error] {
		names, err := aliases.Get(ctx, s)
		hidden := aws.Classify(err, aliases.Actions)
		hidden.Where = s.String()
		call := aws.Whole(client(s).ListKeys, func(out *kms.ListKeysOutput) bool { return cut(out.Truncated, out.NextMarker) })
		pages := aws.Pages(ctx, call, &kms.ListKeysInput{},
			func(out *kms.ListKeysOutput) *string { return out.NextMarker },
			func(in *kms.ListKeysInput, token *string) { in.Marker = token })
		return aws.List(pages, func(out *kms.ListKeysOutput) (rows []*Key) {
			for _, k := range out.Keys {
				own := slices.Sorted(slices.Values(names[*k.KeyId]))
				row := &Key{Resource: aws.Resource(s, *k.KeyArn, *k.KeyId), Aliases: inventory.Of(own)}
				if len(own) > 0 {
					row.Name = own[0]
				}
				if err != nil {
					row.Aliases = inventory.Missing[[]string](hidden)
				}
				rows = append(rows, row)
			}
			return rows
		})
	},
}

// managedByAWS reports whether an alias shows that the key is an AWS managed
// one: names that begin with aws/ are reserved for these (KMS Developer Guide,
// "Aliases"). That no alias shows it says nothing.
func (k *Key) managedByAWS() bool {
	all, _ := k.Aliases.Peek()
	return slices.ContainsFunc(all, func(a string) bool { return strings.HasPrefix(a, "aws/") })
}

// KeyMetadata fetches Key.Metadata. It alone says that a key is gone: other
// calls answer NotFoundException for what belongs to a key, too.
var KeyMetadata = &inventory.Field[Key, Metadata]{
	Of: Keys, Column: "metadata", Actions: []string{"kms:DescribeKey"},
	At: func(k *Key) *inventory.Known[Metadata] { return &k.Metadata },
	Fetch: func(ctx context.Context, s inventory.Scope, k *Key) (Metadata, error) {
		out, err := client(s).DescribeKey(ctx, &kms.DescribeKeyInput{KeyId: &k.ID})
		if aws.Code(err, "NotFoundException") {
			return Metadata{}, fmt.Errorf("%w: %w", inventory.ErrGone, err)
		}
		if err != nil {
			return Metadata{}, err
		}
		m := out.KeyMetadata
		if m == nil || m.KeyManager == "" || m.KeyState == "" {
			return Metadata{}, aws.ErrBroken
		}
		return Metadata{
			Manager: string(m.KeyManager), State: string(m.KeyState), Deletion: aws.Deref(m.DeletionDate),
			Spec: answered("KeySpec", string(m.KeySpec)), Usage: answered("KeyUsage", string(m.KeyUsage)), Origin: answered("Origin", string(m.Origin)),
			MultiRegion: inventory.FromPtr(m.MultiRegion, inventory.Unanswered[bool]("KMS DescribeKey", "MultiRegion")),
		}, nil
	},
}

// answered is a value that DescribeKey always gives.
func answered(what, value string) inventory.Known[string] {
	if value == "" {
		return inventory.Unanswered[string]("KMS DescribeKey", what)
	}
	return inventory.Of(value)
}

// KeyRotation fetches Key.Rotation. AWS managed keys are not asked about: KMS
// rotates them every year, which cannot be changed (API reference,
// "GetKeyRotationStatus"). Keys of kinds that are never rotated answer with
// UnsupportedOperationException.
var KeyRotation = &inventory.Field[Key, Rotation]{
	Of: Keys, Column: "rotation", Actions: []string{"kms:GetKeyRotationStatus"},
	At: func(k *Key) *inventory.Known[Rotation] { return &k.Rotation },
	Fetch: func(ctx context.Context, s inventory.Scope, k *Key) (Rotation, error) {
		if k.managedByAWS() {
			return Rotation{Enabled: true, Days: 365}, nil
		}
		out, err := client(s).GetKeyRotationStatus(ctx, &kms.GetKeyRotationStatusInput{KeyId: &k.ID})
		if aws.Code(err, "UnsupportedOperationException") {
			return Rotation{}, nil
		}
		if err != nil {
			return Rotation{}, err
		}
		return Rotation{Enabled: out.KeyRotationEnabled, Days: int(aws.Deref(out.RotationPeriodInDays))}, nil
	},
}

// KeyPolicy fetches Key.Policy. Every key has one policy, named "default".
var KeyPolicy = &inventory.Field[Key, trust.Policy]{
	Of: Keys, Column: "policy", Actions: []string{"kms:GetKeyPolicy"},
	At: func(k *Key) *inventory.Known[trust.Policy] { return &k.Policy },
	Fetch: func(ctx context.Context, s inventory.Scope, k *Key) (trust.Policy, error) {
		out, err := client(s).GetKeyPolicy(ctx, &kms.GetKeyPolicyInput{KeyId: &k.ID, PolicyName: new("default")})
		if err != nil {
			return trust.Policy{}, err
		}
		if out.Policy == nil {
			return trust.Policy{}, aws.ErrBroken
		}
		return trust.Parse(s, out.Policy)
	},
}

func client(s inventory.Scope) *kms.Client { return kms.NewFromConfig(aws.Config(s, "kms")) }
