// Package secretsmanager collects what AWS Secrets Manager says about secrets.
// Their values are never asked for.
package secretsmanager

import (
	"context"
	"fmt"
	"iter"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager/types"

	"demarc/providers/aws"
	"demarc/providers/aws/trust"
	"demarc/providers/inventory"
)

// A Secret is a secret, without its value. A zero time means never.
type Secret struct {
	inventory.Resource
	RotationEnabled inventory.Known[bool]
	RotationDays    inventory.Known[int64] // between two rotations; 0 where no schedule is set
	Created         inventory.Known[time.Time]
	LastChanged     inventory.Known[time.Time] // in any way
	LastRotated     inventory.Known[time.Time]
	NextRotation    inventory.Known[time.Time]    // the latest time at which it is due
	LastAccessed    inventory.Known[time.Time]    // in this region, to the day
	Deleted         inventory.Known[time.Time]    // since when it awaits deletion
	OwningService   inventory.Known[string]       // the service that made it and looks after it; empty: none
	PrimaryRegion   inventory.Known[string]       // where a replicated secret comes from; empty: it is not replicated
	Policy          inventory.Known[trust.Policy] `fetch:"-"`
}

// Secrets lists the secrets of a region, those that await deletion too.
var Secrets = &inventory.Type[Secret]{
	Kind:    "aws.secretsmanager.Secret",
	Level:   inventory.AtRegion,
	Model:   inventory.Serverless,
	Actions: []string{"secretsmanager:ListSecrets"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Secret, error] {
		max, planned := int32(100), true
		pages := aws.Pages(ctx, client(s).ListSecrets, &secretsmanager.ListSecretsInput{MaxResults: &max, IncludePlannedDeletion: &planned},
			func(out *secretsmanager.ListSecretsOutput) *string { return out.NextToken },
			func(in *secretsmanager.ListSecretsInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *secretsmanager.ListSecretsOutput) (rows []*Secret) {
			for _, e := range out.SecretList {
				rows = append(rows, secret(s, e))
			}
			return rows
		})
	},
}

// secret reads an entry of the list. What is absent is what the API reference
// says of it: RotationEnabled and RotationRules of secrets for which rotation
// was never set up (DescribeSecret); the dates of what has not happened;
// OwningService of secrets that no service made; PrimaryRegion of secrets that
// are not replicated. A secret that rotates has rules, and a date that the next
// rotation is due by: it is null where "the secret isn't configured for
// rotation or rotation has been disabled".
func secret(s inventory.Scope, e types.SecretListEntry) *Secret {
	r := aws.Resource(s, *e.ARN, *e.Name)
	r = aws.Tagged(r, e.Tags, func(t types.Tag) (key, value *string) { return t.Key, t.Value })
	never := inventory.Of(time.Time{})
	const call = "Secrets Manager ListSecrets"
	row := &Secret{
		Resource:        r,
		RotationEnabled: inventory.FromPtr(e.RotationEnabled, inventory.Of(false)),
		RotationDays:    inventory.Of(int64(0)),
		Created:         inventory.FromPtr(e.CreatedDate, inventory.Unanswered[time.Time](call, "CreatedDate")),
		LastChanged:     inventory.FromPtr(e.LastChangedDate, inventory.Unanswered[time.Time](call, "LastChangedDate")),
		LastRotated:     inventory.FromPtr(e.LastRotatedDate, never),
		NextRotation:    inventory.FromPtr(e.NextRotationDate, never),
		LastAccessed:    inventory.FromPtr(e.LastAccessedDate, never),
		Deleted:         inventory.FromPtr(e.DeletedDate, never),
		OwningService:   inventory.FromPtr(e.OwningService, inventory.Of("")),
		PrimaryRegion:   inventory.FromPtr(e.PrimaryRegion, inventory.Of("")),
	}
	if e.RotationRules != nil {
		row.RotationDays = inventory.FromPtr(e.RotationRules.AutomaticallyAfterDays, inventory.Of(int64(0)))
	}
	if e.RotationEnabled == nil && (e.RotationRules != nil || e.RotationLambdaARN != nil || e.LastRotatedDate != nil) {
		row.RotationEnabled = inventory.Unanswered[bool](call, "RotationEnabled") // it was set up once
	}
	if aws.Deref(e.RotationEnabled) {
		row.NextRotation = inventory.FromPtr(e.NextRotationDate, inventory.Unanswered[time.Time](call, "NextRotationDate"))
		if r := e.RotationRules; r == nil || r.AutomaticallyAfterDays == nil && r.ScheduleExpression == nil {
			row.RotationDays = inventory.Unanswered[int64](call, "RotationRules")
		}
	}
	return row
}

// SecretPolicy fetches Secret.Policy. A secret without a policy answers
// without one. One that awaits deletion is not asked about: nobody can use it,
// whatever its policy says.
var SecretPolicy = &inventory.Field[Secret, trust.Policy]{
	Of: Secrets, Column: "policy", Actions: []string{"secretsmanager:GetResourcePolicy"},
	At: func(x *Secret) *inventory.Known[trust.Policy] { return &x.Policy },
	Fetch: func(ctx context.Context, s inventory.Scope, x *Secret) (trust.Policy, error) {
		if since, _ := x.Deleted.Peek(); !since.IsZero() {
			return trust.Policy{}, nil
		}
		out, err := client(s).GetResourcePolicy(ctx, &secretsmanager.GetResourcePolicyInput{SecretId: &x.Full})
		if aws.Code(err, "ResourceNotFoundException") {
			return trust.Policy{}, fmt.Errorf("%w: %w", inventory.ErrGone, err)
		}
		if err != nil {
			return trust.Policy{}, err
		}
		return trust.Parse(s, out.ResourcePolicy)
	},
}

func client(s inventory.Scope) *secretsmanager.Client {
	return secretsmanager.NewFromConfig(aws.Config(s, "secretsmanager"))
}
