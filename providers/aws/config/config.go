// Package config collects AWS Config's recorders and delivery channels.
package config

import (
	"context"
	"fmt"
	"iter"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/configservice"
	"github.com/aws/aws-sdk-go-v2/service/configservice/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A Recorder is the customer managed recorder of a region. Recorders that
// services run for themselves are not among them.
type Recorder struct {
	inventory.Resource
	Scope  inventory.Known[RecordingScope]
	Role   inventory.Known[string] // the ARN of the role that it reads with
	Status inventory.Known[Status] `fetch:"-"`
}

// A RecordingScope says which resource types a recorder records.
type RecordingScope struct {
	Strategy  string // ALL_SUPPORTED_RESOURCE_TYPES, EXCLUSION_BY_RESOURCE_TYPES, INCLUSION_BY_RESOURCE_TYPES
	GlobalIAM bool   // with all supported types: the global ones of IAM too
	Excluded  []string
	Included  []string
}

// The strategies.
const (
	AllSupported = string(types.RecordingStrategyTypeAllSupportedResourceTypes)
	Exclusion    = string(types.RecordingStrategyTypeExclusionByResourceTypes)
	Inclusion    = string(types.RecordingStrategyTypeInclusionByResourceTypes)
)

// globalTypes are the resource types of IAM, which one region is enough for
// (API reference, RecordingGroup, includeGlobalResourceTypes).
var globalTypes = []string{"AWS::IAM::Group", "AWS::IAM::Policy", "AWS::IAM::Role", "AWS::IAM::User"}

// Unrecorded lists the types that are left out by name, those of IAM aside;
// all is false where the recorder records no more than a list of types.
func (s RecordingScope) Unrecorded() (excluded []string, all bool) {
	for _, t := range s.Excluded {
		if s.Strategy == Exclusion && !slices.Contains(globalTypes, t) {
			excluded = append(excluded, t)
		}
	}
	return excluded, s.Strategy != Inclusion
}

// Global reports whether the global types of IAM are recorded, all of them.
func (s RecordingScope) Global() bool {
	switch s.Strategy {
	case Inclusion:
		return !slices.ContainsFunc(globalTypes, func(t string) bool { return !slices.Contains(s.Included, t) })
	case Exclusion:
		return !slices.ContainsFunc(globalTypes, func(t string) bool { return slices.Contains(s.Excluded, t) })
	}
	return s.GlobalIAM
}

// Status is how a recorder fares.
type Status struct {
	Recording bool
	Last      string // Pending, Success, Failure, NotApplicable
	ErrorCode string
}

// Recorders lists the customer managed recorder of a region, if there is one.
var Recorders = &inventory.Type[Recorder]{
	Kind:    "aws.config.Recorder",
	Level:   inventory.AtRegion,
	Model:   inventory.Account,
	Actions: []string{"config:DescribeConfigurationRecorders"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Recorder, error] {
		out, err := client(s).DescribeConfigurationRecorders(ctx, &configservice.DescribeConfigurationRecordersInput{})
		if err != nil {
			return aws.One[Recorder](nil, err)
		}
		const call = "Config Service DescribeConfigurationRecorders"
		var rows []*Recorder
		for _, c := range out.ConfigurationRecorders {
			name := *c.Name
			arn := aws.Deref(c.Arn)
			if arn == "" { // answers from before recorders had ARNs
				arn = aws.MakeARN(s, "config", "configuration-recorder/%s", name)
			}
			r := aws.Resource(s, arn, name)
			r.Tags = inventory.Of[map[string]string](nil) // not read: no check asks for them
			rows = append(rows, &Recorder{
				Resource: r,
				Scope:    inventory.Then(inventory.FromPtr(c.RecordingGroup, inventory.Unanswered[types.RecordingGroup](call, "RecordingGroup")), scope),
				Role:     inventory.FromPtr(c.RoleARN, inventory.Unanswered[string](call, "RoleARN")),
			})
		}
		return aws.One(rows, nil)
	},
}

// scope reads a recording group. The strategy is optional with allSupported
// and with a list of resource types (API reference, RecordingGroup). One that
// excludes has a list of what: without, it would be the first of the strategies.
func scope(g types.RecordingGroup) inventory.Known[RecordingScope] {
	s := RecordingScope{Strategy: Inclusion, GlobalIAM: g.IncludeGlobalResourceTypes, Included: words(g.ResourceTypes)}
	if g.AllSupported {
		s.Strategy = AllSupported
	}
	if g.RecordingStrategy != nil && g.RecordingStrategy.UseOnly != "" {
		s.Strategy = string(g.RecordingStrategy.UseOnly)
	}
	if g.ExclusionByResourceTypes != nil {
		s.Excluded = words(g.ExclusionByResourceTypes.ResourceTypes)
	}
	if s.Strategy == Exclusion && len(s.Excluded) == 0 {
		return inventory.Unanswered[RecordingScope]("Config Service DescribeConfigurationRecorders", "exclusionByResourceTypes")
	}
	return inventory.Of(s)
}

func words(ts []types.ResourceType) (all []string) {
	for _, t := range ts {
		all = append(all, string(t))
	}
	return all
}

// RecorderStatus fetches Recorder.Status.
var RecorderStatus = &inventory.Field[Recorder, Status]{
	Of: Recorders, Column: "status", Actions: []string{"config:DescribeConfigurationRecorderStatus"},
	At: func(r *Recorder) *inventory.Known[Status] { return &r.Status },
	Fetch: func(ctx context.Context, s inventory.Scope, r *Recorder) (Status, error) {
		out, err := client(s).DescribeConfigurationRecorderStatus(ctx, &configservice.DescribeConfigurationRecorderStatusInput{ConfigurationRecorderNames: []string{r.ID}})
		if aws.Code(err, "NoSuchConfigurationRecorderException") {
			return Status{}, fmt.Errorf("%w: %w", inventory.ErrGone, err)
		}
		if err != nil {
			return Status{}, err
		}
		if len(out.ConfigurationRecordersStatus) == 0 {
			return Status{}, aws.ErrBroken
		}
		st := out.ConfigurationRecordersStatus[0]
		if st.Recording && st.LastStatus == "" {
			return Status{}, aws.ErrBroken // "Pending" until the first event is recorded
		}
		return Status{st.Recording, string(st.LastStatus), aws.Deref(st.LastErrorCode)}, nil
	},
}

// A DeliveryChannel is where a region's configuration history goes.
type DeliveryChannel struct{ inventory.Resource }

// DeliveryChannels lists the delivery channel of a region, if there is one.
var DeliveryChannels = &inventory.Type[DeliveryChannel]{
	Kind:    "aws.config.DeliveryChannel",
	Level:   inventory.AtRegion,
	Model:   inventory.Account,
	Actions: []string{"config:DescribeDeliveryChannels"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*DeliveryChannel, error] {
		out, err := client(s).DescribeDeliveryChannels(ctx, &configservice.DescribeDeliveryChannelsInput{})
		if err != nil {
			return aws.One[DeliveryChannel](nil, err)
		}
		var rows []*DeliveryChannel
		for _, c := range out.DeliveryChannels {
			name := *c.Name
			r := aws.Resource(s, aws.MakeARN(s, "config", "delivery-channel/%s", name), name)
			r.Tags = inventory.Of[map[string]string](nil) // channels have none
			rows = append(rows, &DeliveryChannel{r})
		}
		return aws.One(rows, nil)
	},
}

func client(s inventory.Scope) *configservice.Client {
	return configservice.NewFromConfig(aws.Config(s, "config"))
}
